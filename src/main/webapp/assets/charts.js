// Draws the figures of a table: a canvas names its table and its currency, the columns with data-series are drawn. The
// table says the same to those who do not see the drawing, and stays when nothing can be drawn.
(() => {
  'use strict';

  const drawn = new Map();

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');

  function read(canvas) {
    const table = document.getElementById(canvas.dataset.chart);
    const heads = [...table.querySelectorAll('thead th')];
    const rows = [...table.querySelectorAll('tbody tr')].filter((row) => row.dataset.currency === canvas.dataset.currency);
    rows.splice(Number(canvas.dataset.most ?? rows.length));
    if (canvas.dataset.reverse !== undefined) {
      rows.reverse();
    }
    return {
      labels: rows.map((row) => row.dataset.label),
      datasets: heads
        .map((head, column) => ({ head, column }))
        .filter(({ head }) => head.dataset.series)
        .map(({ head, column }) => ({
          label: head.textContent.trim(),
          data: rows.map((row) => Number(row.children[column].dataset.value || 0)),
          backgroundColor: color(head.dataset.series),
          borderRadius: 3,
          maxBarThickness: 28,
        })),
    };
  }

  function options(canvas) {
    const { locale } = document.body.dataset;
    const { currency } = canvas.dataset;
    const exact = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const short = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
    return {
      responsive: true,
      maintainAspectRatio: false,
      animation: reduced.matches ? false : { duration: 300 },
      scales: {
        x: { grid: { display: false }, ticks: { color: color('ink-soft') }, border: { color: color('line') } },
        y: {
          beginAtZero: true,
          grid: { color: color('line') },
          ticks: { color: color('ink-soft'), maxTicksLimit: 5, callback: (value) => short.format(value) },
          border: { display: false },
        },
      },
      plugins: {
        legend: { display: true, align: 'start', labels: { color: color('ink'), boxWidth: 12, boxHeight: 12 } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${exact.format(item.raw)}` } },
      },
    };
  }

  function draw(canvas) {
    drawn.get(canvas)?.destroy();
    drawn.set(canvas, new Chart(canvas, { type: 'bar', data: read(canvas), options: options(canvas) }));
  }

  function update(canvas) {
    const chart = drawn.get(canvas);
    const fresh = read(canvas);
    if (JSON.stringify(fresh) !== JSON.stringify({ labels: chart.data.labels, datasets: chart.data.datasets.map(plain) })) {
      chart.data = fresh;
      chart.update();
    }
  }

  const plain = ({ label, data, backgroundColor, borderRadius, maxBarThickness }) => ({
    label,
    data,
    backgroundColor,
    borderRadius,
    maxBarThickness,
  });

  const canvases = () => document.querySelectorAll('canvas[data-chart]');

  function drawAgain() {
    [...drawn.keys()].filter((canvas) => !canvas.isConnected).forEach((canvas) => {
      drawn.get(canvas).destroy();
      drawn.delete(canvas);
    });
    canvases().forEach((canvas) => (drawn.has(canvas) ? update(canvas) : draw(canvas)));
  }

  drawAgain();
  // Tables and drawings are replaced when something has happened, the theme when the reader chooses.
  new MutationObserver(drawAgain).observe(document.getElementById('main'), { childList: true, subtree: true });
  new MutationObserver(() => canvases().forEach(draw)).observe(document.documentElement, {
    attributeFilter: ['data-bs-theme'],
  });
})();

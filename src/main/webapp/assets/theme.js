// Runs before the page is drawn, so that no other colours flash up; the server has set the theme that it knows.
(() => {
  'use strict';

  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  function draw() {
    const chosen = root.dataset.theme;
    root.dataset.bsTheme = chosen === 'dark' || (chosen === 'system' && system.matches) ? 'dark' : 'light';
    for (const button of document.querySelectorAll('[data-choose-theme]')) {
      button.setAttribute('aria-pressed', button.dataset.chooseTheme === chosen);
    }
  }

  function choose(theme) {
    root.dataset.theme = theme;
    document.cookie = `payments_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    draw();
  }

  root.classList.add('js');
  draw();
  system.addEventListener('change', draw);
  document.addEventListener('DOMContentLoaded', draw);
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-choose-theme]');
    if (button) {
      choose(button.dataset.chooseTheme);
    }
  });
})();

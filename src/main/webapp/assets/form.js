// Looks at a form while it is filled in. The form is sent as its button for a preview would send it, which creates
// nothing; of the answer's messages those are shown whose fields were touched.
(() => {
  'use strict';

  const PAUSE = 500;

  const form = document.querySelector('form[data-preview]');
  const button = document.getElementById(form.dataset.preview);
  const touched = new Set();
  let timer = null;
  let asked = new AbortController();

  async function look() {
    asked.abort();
    asked = new AbortController();
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { 'X-Requested-With': 'live' },
        body: new URLSearchParams(new FormData(form, button)),
        signal: asked.signal,
      });
      if (response.ok && !response.redirected) {
        show(new DOMParser().parseFromString(await response.text(), 'text/html'));
      }
    } catch {
      // Typing went on, or there is no connection: the button checks everything once more.
    }
  }

  function show(page) {
    ['echo', 'preview'].forEach((id) => fill(document.getElementById(id), page.getElementById(id)));
    touched.forEach((name) => {
      const field = form.elements[name];
      const fresh = page.getElementById(name);
      const note = document.getElementById(`${name}_note`);
      if (note && fresh && field.value === fresh.value) {
        fill(note, page.getElementById(note.id));
        field.setAttribute('aria-invalid', fresh.getAttribute('aria-invalid') ?? 'false');
        field.classList.toggle('is-invalid', fresh.classList.contains('is-invalid'));
      }
    });
  }

  function fill(place, fresh) {
    if (place && fresh && place.innerHTML !== fresh.innerHTML) {
      place.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
  }

  function lookSoon(event) {
    touched.add(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  }

  form.addEventListener('input', lookSoon);
  form.addEventListener('change', lookSoon);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked.abort();
  });
  if ([...form.querySelectorAll('.form-control')].some((field) => field.value !== '' && field.id === 'project_name')) {
    look();
  }
})();

// Looks at a form while it is filled in. The form is sent as its button for a preview would send it, which creates
// nothing; of the answer's messages those are shown whose fields were touched.
(() => {
  'use strict';

  const PAUSE = 500;
  const KEPT = 'unsent';

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
    ['echo', 'preview', 'project_name_known', 'client_email_known'].forEach((id) => fill(document.getElementById(id), page.getElementById(id)));
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
  // Sending the form when the session has ended leads to the login and back here: then what was written is there again.
  const here = location.pathname + location.search;

  function keep() {
    sessionStorage.setItem(KEPT, JSON.stringify({ at: here, fields: new URLSearchParams(new FormData(form)).toString() }));
  }

  function fillIn() {
    const { at, fields } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    sessionStorage.removeItem(KEPT);
    if (at !== here || !document.referrer || !new URL(document.referrer).pathname.endsWith('/login')) {
      return;
    }
    const kept = new URLSearchParams(fields);
    for (const field of form.querySelectorAll('input:not([type="hidden"]), select, textarea')) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = kept.getAll(field.name).includes(field.value);
      } else {
        field.value = kept.get(field.name) ?? field.value;
      }
    }
  }

  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked.abort();
    keep();
  });
  fillIn();
  if ([...form.querySelectorAll('.form-control')].some((field) => field.value !== '' && field.id === 'project_name')) {
    look();
  }
})();

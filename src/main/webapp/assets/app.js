// Comforts of the pages, each of which also works without: copy buttons, menus, busy forms, rows that lead somewhere.
(() => {
  'use strict';

  const COPIED_FOR = 2000;
  const SUGGEST_AFTER = 300;
  const ON_ITS_WAY_AT_MOST = 15000;

  // Whether the link that was followed leads to a file.
  let isFile = false;

  // What stood on a button before it was busy.
  const resting = new WeakMap();

  async function copy(button) {
    const text = button.dataset.copy;
    const isCopied = (await copyByPermission(text)) || copyBySelection(text, button);
    const label = button.querySelector('[data-copy-label]');
    const words = isCopied ? button.dataset.copied : button.dataset.failed;
    announce(words);
    button.classList.toggle('copied', isCopied);
    if (label && !label.dataset.copyLabel) {
      label.dataset.copyLabel = label.textContent;
      label.textContent = words;
    }
    setTimeout(() => {
      button.classList.remove('copied');
      if (label && label.dataset.copyLabel) {
        label.textContent = label.dataset.copyLabel;
        label.dataset.copyLabel = '';
      }
    }, COPIED_FOR);
  }

  async function copyByPermission(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not there outside of https and localhost, or forbidden by the browser.
      return false;
    }
  }

  function copyBySelection(text, button) {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'visually-hidden';
    button.after(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    button.focus();
    return isCopied;
  }

  function announce(words) {
    const place = document.getElementById('announcement');
    if (place) {
      place.textContent = words;
    }
  }

  // A second click would ask for the same once more.
  function beBusy(form, event) {
    if (form.dataset.busy) {
      event.preventDefault();
      return;
    }
    form.dataset.busy = 'true';
    const button = event.submitter;
    if (button && button.dataset.busyText) {
      resting.set(button, [...button.childNodes]);
      button.textContent = button.dataset.busyText;
      button.setAttribute('aria-disabled', 'true');
    }
  }

  function rest(form) {
    form.dataset.busy = '';
    for (const button of form.querySelectorAll('[data-busy-text]')) {
      if (resting.has(button)) {
        button.replaceChildren(...resting.get(button));
        button.removeAttribute('aria-disabled');
      }
    }
  }

  function stay() {
    delete document.documentElement.dataset.loading;
    document.querySelector('main').removeAttribute('aria-busy');
  }

  // Without scripts the question comes as a part of the page that the link leads to.
  function ask(dialog) {
    dialog.classList.remove('confirm-asked');
    dialog.showModal();
  }

  // A dialog that the address has asked for was opened by no button that the browser would go back to.
  function goBack(dialog) {
    if (document.activeElement === document.body) {
      document.querySelector(`[data-opens="${dialog.id}"]`)?.focus();
    }
  }

  function follow(row, event) {
    const isBeside = event.target.closest('a, button, input, label, summary, .menu') || !getSelection().isCollapsed;
    if (isBeside) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      open(row.dataset.href);
    } else {
      location.assign(row.dataset.href);
    }
  }

  async function suggest(field) {
    const url = new URL(location.pathname, location.href);
    url.searchParams.set(field.name, field.value);
    const response = await fetch(url, { headers: { 'X-Requested-With': 'live' } }).catch(() => null);
    if (response?.ok) {
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      field.list.replaceChildren(...(page.getElementById(field.list.id)?.children ?? []));
    }
  }

  function closeMenus(except) {
    for (const menu of document.querySelectorAll('.menu[open]')) {
      if (menu !== except) {
        menu.open = false;
      }
    }
  }

  document.addEventListener('click', (event) => {
    closeMenus(event.target.closest('.menu'));
    isFile = event.target.closest('[data-file]') !== null;
    const button = event.target.closest('[data-copy]');
    const row = event.target.closest('[data-href]');
    const opener = event.target.closest('[data-opens]');
    const closer = event.target.closest('[data-closes]');
    if (button) {
      copy(button);
    } else if (opener) {
      event.preventDefault();
      ask(document.getElementById(opener.dataset.opens));
    } else if (closer) {
      event.preventDefault();
      closer.closest('dialog').close();
    } else if (row) {
      follow(row, event);
    }
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && document.querySelector('.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('focusin', (event) => {
    closeMenus(event.target.closest('.menu'));
    if (event.target.matches('.address input[readonly]')) {
      event.target.select();
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target.matches('[data-busy]')) {
      beBusy(event.target, event);
    }
  });
  // A page may take a moment to come: the old one says that it is on its way.
  addEventListener('beforeunload', () => {
    // A file does not take the place of the page.
    if (isFile) {
      isFile = false;
      return;
    }
    document.documentElement.dataset.loading = '';
    document.querySelector('main').setAttribute('aria-busy', 'true');
    setTimeout(stay, ON_ITS_WAY_AT_MOST);
  });
  document.addEventListener('close', (event) => goBack(event.target), true);
  // What is not asked for need not stand in the address.
  document.querySelectorAll('form[method="get"]').forEach((form) => {
    form.addEventListener('formdata', ({ formData }) => {
      [...formData].filter(([, value]) => value === '').forEach(([name]) => formData.delete(name));
    });
  });
  // Coming back with the browser's button shows the page as it was left.
  addEventListener('pageshow', () => {
    stay();
    document.querySelectorAll('form[data-busy]').forEach(rest);
  });

  // A form that has led to another page than the login was taken.
  if (!document.querySelector('form[data-preview], #login')) {
    sessionStorage.removeItem('unsent');
  }

  // The names to choose from follow what is typed.
  for (const field of document.querySelectorAll('[data-suggest]')) {
    let timer = null;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => suggest(field), SUGGEST_AFTER);
    });
  }

  document.querySelectorAll('.confirm-asked').forEach(ask);
  const first = document.querySelector('[data-focus="true"]');
  if (first) {
    first.focus();
  }
  // What happened is said once: neither reloading nor a bookmark repeats it.
  const address = new URL(location.href);
  ['created', 'asked', 'ended', 'confirm', 'registered', 'synced'].forEach((name) => address.searchParams.delete(name));
  if (address.href !== location.href) {
    history.replaceState(null, '', address);
  }
})();

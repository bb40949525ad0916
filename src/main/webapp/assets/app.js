// Comforts of the pages, each of which also works without: copy buttons, menus, busy forms, rows that lead somewhere.
(() => {
  'use strict';

  const COPIED_FOR = 2000;

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

  // Without scripts the question comes as a part of the page that the link leads to.
  function ask(dialog) {
    dialog.classList.remove('confirm-asked');
    dialog.showModal();
  }

  function follow(row, event) {
    const isBeside = event.target.closest('a, button, input, label') || !getSelection().isCollapsed;
    if (!isBeside) {
      location.assign(row.dataset.href);
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
    if (event.target.matches('.address input[readonly]')) {
      event.target.select();
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target.matches('[data-busy]')) {
      beBusy(event.target, event);
    }
  });
  // Coming back with the browser's button shows the page as it was left.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(rest));

  document.querySelectorAll('.confirm-asked').forEach(ask);
  const first = document.querySelector('[data-focus="true"]');
  if (first) {
    first.focus();
  }
  // What happened is said once: neither reloading nor a bookmark repeats it.
  const address = new URL(location.href);
  ['created', 'asked', 'ended', 'confirm', 'registered'].forEach((name) => address.searchParams.delete(name));
  if (address.href !== location.href) {
    history.replaceState(null, '', address);
  }
})();

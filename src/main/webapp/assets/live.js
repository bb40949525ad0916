// Keeps an open page true. The server only says that something happened; the page then reads itself again and replaces
// the parts marked data-live that differ. Thus a lost message does no harm: the next reading shows everything.
(() => {
  'use strict';

  const READ_SOON = 100;
  const READ_NOT_BEFORE = 300;
  const READ_ANYWAY = 15000;
  const FIRST_RETRY = 1000;
  const LAST_RETRY = 10000;
  const SHOWN_FOR = { info: 8000, warning: 12000, error: 20000, critical: 20000 };
  const TOLD_AT_MOST = 3;
  const URGENT = ['error', 'critical'];
  const SERVER_ERROR = 500;

  const { context, livePath } = document.body.dataset;
  const indicator = document.getElementById('live');
  const bell = document.getElementById('bell');
  const toasts = document.getElementById('toasts');

  // ---- Reading the page again ----

  // What the server sent last for each part: scripts change the parts (a pressed button, a flash), which is no news.
  const sent = new Map();
  let timer = null;
  let isReading = false;
  let isStale = false;
  let lastRead = 0;
  let isBehind = false;

  // How many rows wait to be shown, and whether they are to be shown now.
  let held = 0;
  let isShowingAll = false;

  // The state and the token of a form are others each time.
  const content = (part) => part.outerHTML.replace(/((?:ViewState|name="token")[^>]*value=")[^"]*/g, '$1');
  const partsOf = (page) => page.querySelectorAll('[data-live]');
  const isList = (part) => part.dataset.live === 'rows';

  function remember(part) {
    (isList(part) ? [...part.children] : [part]).forEach((piece) => sent.set(piece.id, content(piece)));
  }

  function readSoon() {
    if (timer === null) {
      timer = setTimeout(read, Math.max(READ_SOON, lastRead + READ_NOT_BEFORE - Date.now()));
    }
  }

  async function read() {
    clearTimeout(timer);
    timer = null;
    if (isReading || document.hidden) {
      isStale = true;
      return;
    }
    isReading = true;
    isStale = false;
    lastRead = Date.now();
    try {
      await readPage();
    } catch {
      lose();
    } finally {
      isReading = false;
      if (isStale && !document.hidden) {
        readSoon();
      }
    }
  }

  function address() {
    const url = new URL(livePath ? context + livePath : location.href, location.href);
    if (held > 0) {
      url.searchParams.set('limit', '100');
    }
    return url;
  }

  async function readPage() {
    const response = await fetch(address(), {
      headers: { 'X-Requested-With': 'live' },
      signal: AbortSignal.timeout(READ_ANYWAY),
    });
    if (response.status === 401 || (response.redirected && new URL(response.url).pathname === `${context}/login`)) {
      endSession();
    } else {
      if (response.ok) {
        show(new DOMParser().parseFromString(await response.text(), 'text/html'));
      }
      // A payment that is not there is no trouble of the server.
      isBehind = response.status >= SERVER_ERROR;
      sayHowItIs();
    }
  }

  function show(page) {
    for (const fresh of partsOf(page)) {
      const shown = document.getElementById(fresh.id);
      if (shown && isList(fresh)) {
        showRows(shown, fresh);
      } else if (shown && !(held > 0 && fresh.id === 'pager')) {
        replace(shown, fresh);
      }
    }
    tellNews([...page.querySelectorAll('#bell li')]);
  }

  // ---- Lists ----

  const isPayment = (row) => row.matches('[data-href]');
  const idsOf = (rows) => new Set(rows.map((row) => row.id));

  function showRows(list, fresh) {
    const rows = [...fresh.children];
    const news = document.getElementById(`${list.id}-news`);
    const shown = [...list.children].filter(isPayment);
    if (!news || isShowingAll || shown.length === 0 || !rows.some(isPayment)) {
      tellHeld(news, 0);
      putRows(list, rows, []);
    } else {
      holdRows(list, news, shown, rows);
    }
  }

  // Rows that came in between would push away what one reads: they wait behind a button. The last rows have no place in the
  // part of the list that is shown any more, but stay as well.
  function holdRows(list, news, shown, rows) {
    const shownIds = idsOf(shown);
    const freshIds = idsOf(rows);
    const lastKnown = rows.findLastIndex((row) => shownIds.has(row.id));
    const waiting = rows.filter((row, place) => !shownIds.has(row.id) && (place < lastKnown || lastKnown < 0));
    const lastPlace = shown.findLastIndex((row) => freshIds.has(row.id));
    const kept = waiting.length > 0 ? shown.filter((row, place) => place > lastPlace) : [];
    const listed = rows.filter((row) => shownIds.has(row.id) || waiting.length === 0);
    tellHeld(news, waiting.length);
    putRows(list, listed, kept);
  }

  function tellHeld(news, count) {
    if (!news) {
      return;
    }
    if (count > 0 && held === 0) {
      // A longer part has the rows that stay, too.
      readSoon();
    }
    held = count;
    isShowingAll = false;
    const button = news.querySelector('button');
    const text = count === 1 ? news.dataset.one : news.dataset.many.replace('{0}', String(count));
    if (count > 0 && button.textContent !== text) {
      button.textContent = text;
    }
    button.hidden = count === 0;
    button.onclick = () => {
      isShowingAll = true;
      held = 0;
      document.getElementById('main').focus({ preventScroll: true });
      read();
    };
  }

  function putRows(list, rows, kept) {
    const wanted = idsOf([...rows, ...kept]);
    const known = new Map([...list.children].map((row) => [row.id, row]));
    known.forEach((row, id) => {
      if (!wanted.has(id)) {
        row.remove();
      }
    });
    let place = list.firstElementChild;
    for (const row of rows) {
      const before = known.get(row.id);
      const shown = before ? replace(before, row) : document.importNode(row, true);
      if (!before) {
        sent.set(row.id, content(row));
        flash(shown);
      }
      if (before && place === before) {
        place = shown;
      }
      if (shown === place) {
        place = place.nextElementSibling;
      } else {
        list.insertBefore(shown, place);
      }
    }
  }

  // Answers what is in the page afterwards: the old one, if nothing changed or somebody is just using it.
  function replace(shown, fresh) {
    const text = content(fresh);
    if (sent.get(fresh.id) === text || isInUse(shown)) {
      return shown;
    }
    sent.set(fresh.id, text);
    const next = document.importNode(fresh, true);
    const focused = shown.contains(document.activeElement) ? document.activeElement : null;
    shown.replaceWith(next);
    if (focused) {
      twin(focused, next)?.focus({ preventScroll: true });
    }
    if (next.id !== 'bell') {
      flash(next);
    }
    return next;
  }

  // What stands in a fresh part for something that had the focus.
  function twin(old, part) {
    const href = old.getAttribute('href');
    const isTwin = old.id ? (each) => each.id === old.id : (each) => href !== null && each.getAttribute('href') === href;
    return [part, ...part.querySelectorAll('[id], a')].find(isTwin);
  }

  function isInUse(part) {
    const active = document.activeElement;
    const selection = getSelection();
    return (
      (part.contains(active) && active.matches('textarea, select, input:not([readonly])')) ||
      part.matches('details[open]') ||
      part.querySelector('details[open], dialog[open], [aria-disabled="true"]') !== null ||
      (!selection.isCollapsed && selection.containsNode(part, true))
    );
  }

  function flash(part) {
    part.classList.add('changed');
    part.addEventListener('animationend', () => part.classList.remove('changed'), { once: true });
  }

  // What was written must not get lost: then only a toast leads to the login.
  function endSession() {
    const fields = document.querySelectorAll('main input:not([type="hidden"]), main textarea');
    if (![...fields].some((field) => field.value !== field.defaultValue)) {
      location.assign(`${context}/login?ended=session&from=${encodeURIComponent(location.pathname + location.search)}`);
    } else if (!toasts.querySelector('[data-session]')) {
      const { endedTitle, ended, login } = toasts.dataset;
      const note = toast({ level: 'error', title: endedTitle, message: ended }, `${context}/login`);
      note.dataset.session = '';
      note.querySelector('a').textContent = login;
      note.querySelector('a').target = '_blank';
    }
  }

  // ---- Notifications ----

  let newest = Number(bell.dataset.latest);

  const numberOf = (item) => Number(item.dataset.id);

  // What the bell of the page that was read has and this one has not told yet, the oldest first.
  function tellNews(items) {
    const news = items.filter((item) => numberOf(item) > newest);
    newest = Math.max(newest, ...news.map(numberOf));
    const told = news.filter((item, place) => place < TOLD_AT_MOST || URGENT.includes(item.dataset.level));
    told.reverse().forEach((item) => {
      const { level, payment } = item.dataset;
      const note = toast(
        { level, title: item.querySelector('strong').textContent, message: item.querySelector('.bell-message').textContent },
        payment ? item.querySelector('a').getAttribute('href') : null,
      );
      setTimeout(() => expire(note), SHOWN_FOR[level] ?? SHOWN_FOR.info);
    });
  }

  function toast({ level, title, message }, href) {
    const note = document.getElementById('toast').content.firstElementChild.cloneNode(true);
    const link = note.querySelector('a');
    note.classList.add(`level-${level}`);
    note.querySelector('use').setAttribute('href', `#icon-level-${level}`);
    note.querySelector('.toast-title').textContent = title;
    note.querySelector('.toast-message').textContent = message;
    note.querySelector('button').addEventListener('click', () => note.remove());
    if (href) {
      link.href = href;
    } else {
      link.remove();
    }
    toasts.append(note);
    return note;
  }

  // Not while nobody looks at the page, nor while somebody reads it or is about to press its button.
  function expire(note) {
    if (document.hidden || note.matches(':hover, :focus-within')) {
      setTimeout(() => expire(note), FIRST_RETRY);
    } else {
      note.remove();
    }
  }

  // ---- The connection ----

  let socket = null;
  let attempts = 0;
  let retry = null;

  function connect() {
    clearTimeout(retry);
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(`${scheme}//${location.host}${context}/admin/live`);
    socket.addEventListener('open', () => {
      attempts = 0;
      sayHowItIs();
      // Something may have happened between the page and its connection.
      readSoon();
    });
    socket.addEventListener('message', readSoon);
    socket.addEventListener('close', reconnect);
  }

  function sayHowItIs() {
    if (!isOpen()) {
      say('lost', indicator.dataset.lostText);
    } else if (isBehind) {
      say('behind', indicator.dataset.behindText);
    } else {
      say('live', indicator.dataset.liveText);
    }
  }

  function reconnect() {
    sayHowItIs();
    const pause = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** attempts);
    attempts += 1;
    clearTimeout(retry);
    retry = setTimeout(() => {
      // A server that answers again may want a login first, which no connection tells.
      readSoon();
      connect();
    }, pause * (0.75 + Math.random() / 2));
  }

  const isOpen = () => socket.readyState === WebSocket.OPEN;

  // A connection can look open long after the network is gone: then its place is taken by a new one.
  function lose() {
    if (isOpen()) {
      socket.removeEventListener('close', reconnect);
      socket.close();
      reconnect();
    }
  }

  function comeBack() {
    if (!isOpen()) {
      attempts = 0;
      socket.removeEventListener('close', reconnect);
      socket.close();
      connect();
    }
    readSoon();
  }

  function say(state, words) {
    if (indicator.dataset.state !== state) {
      indicator.dataset.state = state;
      indicator.querySelector('.live-text').textContent = words;
      document.getElementById('announcement').textContent = words;
    }
  }

  partsOf(document).forEach(remember);
  connect();
  setInterval(() => document.hidden || read(), READ_ANYWAY);
  addEventListener('online', comeBack);
  addEventListener('offline', lose);
  // What could not be replaced while its question was open.
  document.addEventListener('close', readSoon, true);
  document.addEventListener('visibilitychange', () => document.hidden || comeBack());
})();

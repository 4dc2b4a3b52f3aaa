/**
 * What a page does beside being read: tables sort by a column and filter by a text, and closed parts open to be printed.
 * One constant, so that the page's policy can name it by its hash. It makes no markup: texts are moved, never parsed.
 */
export const script = `'use strict';
(() => {
  const most = 500;
  const valueOf = (cell) => {
    const text = (cell.dataset.n || cell.title || cell.textContent).replaceAll(',', '').replace('\u2212', '-').trim();
    return /^-?\\d+$/.test(text) ? Number(text) : cell.textContent;
  };
  const order = (a, b) => {
    const isNumber = [typeof a === 'number', typeof b === 'number'];
    if (isNumber[0] && isNumber[1]) return a - b;
    if (isNumber[0] || isNumber[1]) return isNumber[0] ? 1 : -1;
    return a.localeCompare(b, 'en', { numeric: true });
  };
  for (const box of document.querySelectorAll('[data-layers]')) {
    const [body, folded] = [...box.querySelectorAll('tbody')];
    const heads = [...box.querySelector('thead tr').cells];
    const search = box.querySelector('input[type=search]');
    const found = box.querySelector('[role=status]');
    const rest = box.querySelector('details');
    let rows = [...box.querySelectorAll('tbody tr')];
    const texts = new Map();
    const textOf = (row) => {
      if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
      return texts.get(row);
    };
    const show = () => {
      const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
      const wanted = words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
      // All at once: to take rows out of the middle of thousands is slow.
      for (const part of [body, folded]) part?.replaceChildren();
      body.replaceChildren(...(rest ? wanted.slice(0, most) : wanted));
      if (rest) {
        folded.replaceChildren(...wanted.slice(most));
        rest.hidden = wanted.length <= most;
        rest.querySelector('summary').textContent = 'The other ' + (wanted.length - most);
      }
      found.textContent = words.length === 0 ? '' : wanted.length + ' of ' + rows.length;
    };
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        const down = before === null ? head.classList.contains('n') : before === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const keyed = rows.map((row) => [valueOf(row.cells[column]), row]);
        keyed.sort((a, b) => (down ? order(b[0], a[0]) : order(a[0], b[0])));
        rows = keyed.map(([, row]) => row);
        show();
      });
    });
    search.addEventListener('input', show);
    search.closest('[hidden]')?.removeAttribute('hidden');
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
})();
`;

/** SHA-256 of the above, as the policy names it; a test holds the two together. */
export const scriptHash = 'sha256-Tk9tJcGUA9ddUnUN+/jCFlo820mtrOnxwoR55ydbZpE=';

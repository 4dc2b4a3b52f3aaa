/**
 * What a page does beside being read: tables sort by a column and filter by a text, and closed parts open to be printed.
 * One constant, so that the page's policy can name it by its hash. It makes no markup: texts are moved, never parsed.
 */
export const script = `'use strict';
(() => {
  const number = (cell) => {
    const text = cell.dataset.n ?? cell.title ?? '';
    const plain = (text || cell.textContent).replaceAll(',', '').replace('\\u2212', '-').trim();
    return /^-?\\d+$/.test(plain) ? Number(plain) : undefined;
  };
  const compare = (column) => (a, b) => {
    const [x, y] = [a.cells[column], b.cells[column]];
    const [p, q] = [number(x), number(y)];
    if (p !== undefined || q !== undefined) return (p ?? -Infinity) - (q ?? -Infinity);
    return x.textContent.localeCompare(y.textContent, 'en', { numeric: true });
  };
  for (const box of document.querySelectorAll('[data-layers]')) {
    const [first, ...others] = box.querySelectorAll('table');
    const rest = box.querySelector('details');
    const body = first.tBodies[0];
    const heads = [...first.tHead.rows[0].cells];
    let rows;
    const gather = () => {
      if (rows) return;
      rows = [...box.querySelectorAll('tbody tr')];
      for (const table of others) body.append(...table.tBodies[0].rows);
      if (rest) rest.remove();
    };
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        gather();
        const isNumber = head.classList.contains('n');
        const before = head.getAttribute('aria-sort');
        const down = before === null ? isNumber : before === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const sorted = [...rows].sort(compare(column));
        body.append(...(down ? sorted.reverse() : sorted));
      });
    });
    const search = box.querySelector('input[type=search]');
    const found = box.querySelector('[role=status]');
    let texts;
    search.addEventListener('input', () => {
      gather();
      texts ??= new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
      const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
      let shown = 0;
      for (const [row, text] of texts) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      found.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length;
    });
    search.closest('[hidden]')?.removeAttribute('hidden');
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
})();
`;

/** SHA-256 of the above, as the policy names it; a test holds the two together. */
export const scriptHash = 'sha256-WKLBYXtz75x7ahWE+GXls5w+O2mUP2mH3CeVYSjA2Ac=';

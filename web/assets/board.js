// Adds charts to the public board. The figures are the tables'; without this script the page says the same.
import { bars, lines } from './charts.js';

const number = cell => Number(cell.textContent.replace(/,/g, '').replace('−', '-'));
const rows = table => [...table.tBodies[0].rows].map(row => [...row.cells]);

for (const table of document.querySelectorAll('table[data-chart]')) {
  const cells = rows(table);
  if (cells.length < 2) continue;
  const place = document.createElement('div');
  place.className = 'screen-only';
  table.before(place);
  const words = `${table.caption.textContent}的图，数字见下面的表`;
  const drawn = table.dataset.chart === 'bar'
    ? bars(place, words, cells.map(row => [row[0].textContent, number(row.at(-1))]))
    : lines(place, words, cells.map(row => row[0].textContent), [{ name: '', values: cells.map(row => number(row.at(-1))), filled: true }]);
  drawn.catch(() => place.remove());
}

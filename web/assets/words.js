// How figures and days are written for people.

/** "12345.67" as "12,345.67". */
export const yuan = amount => amount === undefined || amount === null ? '' : `${amount.startsWith('-') ? '−' : ''}${amount.replace('-', '').replace(/\B(?=(\d{3})+(?=\.|$))/g, ',')}`;

/** "12345.67" as "12,345.67 元". */
export const inYuan = amount => amount === undefined || amount === null ? '' : `${yuan(amount)} 元`;

const fen = amount => { const [whole, cents = ''] = String(amount).split('.'); return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0')); };
const fromFen = amount => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;

/** Amounts together, in whole fen: ["120", "0.5"] is "120.50". */
export const plus = amounts => fromFen(amounts.reduce((all, it) => all + fen(it), 0n));

/** What is left of an amount; "-10.00" where it is not enough. */
export const minus = (amount, less) => { const left = fen(amount) - fen(less); return left < 0n ? `-${fromFen(-left)}` : fromFen(left); };

/** An amount so many times. */
export const times = (amount, count) => fromFen(fen(amount) * BigInt(count));

/** How long money lasts: longer than is reckoned is not told to a tenth of a month. */
export const lasts = months => Number(months) >= 99.9 ? '8 年以上' : `${months} 个月`;

/** "2026-03-01" or a moment as "2026年3月1日", in China. */
export const day = text => {
  if (!text) return '';
  const [year, month, date] = (text.length > 10 ? new Date(Date.parse(text) + 8 * 3600_000).toISOString() : text).slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A moment as "3月1日 14:05", in China. */
export const moment = text => {
  if (!text) return '';
  const at = new Date(Date.parse(text) + 8 * 3600_000);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${String(at.getUTCHours()).padStart(2, '0')}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
};

/** Today in China, "2026-03-01". */
export const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

const digits = '零壹贰叁肆伍陆柒捌玖', units = ['', '拾', '佰', '仟'], groups = ['', '万', '亿', '万亿'];

const four = number => {
  let text = '', zero = false;
  for (let unit = 3; unit >= 0; unit--) {
    const digit = Math.floor(number / 10 ** unit) % 10;
    if (digit === 0) { zero = text !== ''; continue; }
    text += (zero ? '零' : '') + digits[digit] + units[unit];
    zero = false;
  }
  return text;
};

/** "1200.00" as "壹仟贰佰元整": as an amount is written on a payment, so that nobody reads a wrong figure. */
export const capitals = amount => {
  const [whole, cents = '00'] = amount.replace('-', '').split('.');
  const parts = [];
  for (let rest = whole.replace(/^0+/, ''); rest; rest = rest.slice(0, -4)) parts.push(Number(rest.slice(-4)));
  let text = '', gap = false;
  for (let at = parts.length - 1; at >= 0; at--) {
    if (parts[at] === 0) { gap = text !== ''; continue; }
    text += (text && (gap || parts[at] < 1000) ? '零' : '') + four(parts[at]) + groups[at];
    gap = false;
  }
  const [jiao, fen] = cents.padEnd(2, '0');
  if (text) text += '元';
  if (jiao === '0' && fen === '0') return `${amount.startsWith('-') ? '负' : ''}${text || '零元'}整`;
  text += jiao !== '0' ? digits[jiao] + '角' : text ? '零' : '';
  if (fen !== '0') text += digits[fen] + '分';
  return `${amount.startsWith('-') ? '负' : ''}${text}${fen === '0' ? '整' : ''}`;
};

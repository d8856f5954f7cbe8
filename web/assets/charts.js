// Charts that repeat a table which stands beside them: who does not see them misses nothing.
const bundle = '../assets/echarts.js';
const [green, gold, ink] = ['#0b5d3b', '#c98a00', '#1b1b1b'];
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

let loading = null;
const library = () => loading ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = bundle;
  script.onload = () => done(window.echarts);
  script.onerror = () => { loading = null; failed(new Error('图没有下载下来。')); };
  document.head.append(script);
});

const text = { color: ink, fontSize: 18, fontFamily: getComputedStyle(document.body).fontFamily };
/** 123456 as "12.3万". */
export const short = amount => Math.abs(amount) >= 10000 ? `${Number((amount / 10000).toFixed(1))}万` : String(amount);

/** Draws into an element, which keeps its chart when it is drawn again. */
const draw = async (place, words, option) => {
  const echarts = await library();
  place.classList.add('chart');
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', words);
  const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption({ animation: !still, textStyle: text, grid: { left: 8, right: 24, top: 24, bottom: 8 }, ...option }, true);
  if (!place.watched) {
    place.watched = true;
    new ResizeObserver(() => chart.resize()).observe(place);
  }
  return chart;
};

/** Lying bars, the largest on top. rows: [[name, amount], …]. */
export const bars = (place, words, rows) => {
  const sorted = [...rows].sort((a, b) => a[1] - b[1]);
  place.style.height = `${Math.max(160, sorted.length * 52 + 60)}px`;
  return draw(place, words, {
    xAxis: { type: 'value', axisLabel: { ...text, formatter: short, hideOverlap: true }, splitNumber: 3 },
    yAxis: { type: 'category', data: sorted.map(([name]) => name), axisLabel: { ...text, width: 150, overflow: 'break' }, axisTick: { show: false } },
    series: [{ type: 'bar', data: sorted.map(([, amount]) => amount), itemStyle: { color: green }, barMaxWidth: 30, label: { show: true, position: 'insideRight', ...text, color: '#fff', formatter: ({ value }) => value > sorted.at(-1)[1] / 4 ? short(value) : '' } }],
  });
};

/** Lines over common names. lines: [{ name, values, dashed }, …]; at: a value of x to be marked. */
export const lines = (place, words, names, all, axis = {}) => draw(place, words, {
  grid: { left: 8, right: all.some(({ name }) => name !== '') ? 72 : 24, top: 24, bottom: 8 },
  xAxis: { type: 'category', data: names, boundaryGap: false, axisLabel: { ...text, hideOverlap: true }, name: axis.x },
  yAxis: { type: 'value', axisLabel: { ...text, formatter: axis.percent ? value => `${Number((value * 100).toFixed(1))}%` : short }, splitNumber: 3 },
  series: all.map(({ name, values, dashed, filled }, at) => ({
    name, type: 'line', data: values, showSymbol: values.length < 32, symbolSize: 8, lineStyle: { color: at === 0 ? green : gold, width: 3, type: dashed ? 'dashed' : 'solid' }, itemStyle: { color: at === 0 ? green : gold },
    areaStyle: filled ? { color: 'rgb(11 93 59 / 15%)' } : undefined, smooth: false, endLabel: { show: name !== '', formatter: name, ...text },
  })),
});

// The desk of a village's staff. It holds no rules: what may be done now, the interface says.
import { run } from '../assets/frame.js';
import { h } from '../assets/dom.js';

run({
  name: '守望 · 村务台',
  allow: me => me.village ? null : '这里是村里的村务台。县管理员请到县级总览。',
  tabs: () => [['', '首页']],
  view: () => ({ title: '首页', nodes: [h('p', {}, '您好。')] }),
});

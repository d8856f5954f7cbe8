// All villages of a county.
import { run } from '../assets/frame.js';
import { h } from '../assets/dom.js';

run({
  name: '守望 · 县级总览',
  allow: me => me.role === 'administrator' ? null : '这里只有县管理员能用。村里的工作人员请到村务台。',
  tabs: () => [['', '各村']],
  view: () => ({ title: '各村', nodes: [h('p', {}, '您好。')] }),
});

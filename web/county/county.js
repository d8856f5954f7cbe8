// All villages of a county: figures, what waits, who works there.
import { run } from '../assets/frame.js';
import { listView } from './villages.js';
import { newVillageView, staffView } from './staff.js';

run({
  name: '守望 · 县级总览',
  allow: me => me.role === 'administrator' ? null : '这里只有县管理员能用。村里的工作人员请到村务台。',
  tabs: () => [['', '各村'], ['new', '新建村']],
  view: (me, [first = '', second]) => {
    switch (first) {
      case '': return listView();
      case 'new': return newVillageView();
      case 'staff': return staffView(second);
      default: return { title: '没有这一页', nodes: [] };
    }
  },
});

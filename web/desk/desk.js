// The desk of a village's staff. It holds no rules: what may be done now, the interface says.
import { run } from '../assets/frame.js';
import { associationView, documentView } from './association.js';
import { claimView } from './claim.js';
import { claimsView, newClaimView } from './claims.js';
import { homeView } from './home.js';
import { bankView, incomeView } from './income.js';
import { membersView } from './members.js';
import { moneyView } from './money.js';
import { callsView, meView, volunteersView } from './people.js';
import { paymentView, paymentsView } from './payments.js';
import { onePlanView, planView } from './plan.js';

const page = run({
  name: '守望 · 村务台',
  allow: me => me.village ? null : '这里是村里的村务台。县管理员请到县级总览。',
  tabs: () => [['', '首页'], ['claims', '申请'], ['payments', '发放'], ['calls', '来话'], ['members', '名册'], ['income', '出资'], ['bank', '流水'], ['money', '账目'], ['plan', '方案'], ['association', '议事'], ['volunteers', '代办员'], ['me', '我的聊天']],
  view: (me, [first = '', second]) => {
    const village = me.village, refresh = () => page.refresh();
    switch (first) {
      case '': return homeView(me);
      case 'claims': return second ? claimView(village, second, refresh) : claimsView(village);
      case 'payments': return second ? paymentView(me, second, refresh) : paymentsView(village);
      case 'association': return associationView(me, refresh);
      case 'document': return documentView(village, second);
      case 'members': return membersView(me, refresh);
      case 'income': return incomeView(me, refresh, second);
      case 'bank': return bankView(me, refresh);
      case 'plan': return second ? onePlanView(village, second) : planView(me, refresh);
      case 'calls': return callsView(village, refresh);
      case 'money': return moneyView(me, refresh);
      case 'volunteers': return volunteersView(me);
      case 'me': return meView(me);
      case 'new': return newClaimView(village);
      default: return { title: '没有这一页', nodes: [] };
    }
  },
});

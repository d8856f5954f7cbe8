import { openLine } from './line.js';

const byId = id => document.getElementById(id);
const line = byId('line'), photo = byId('photo'), box = byId('webchat');

// One strip of words under the header; null takes it away.
const say = (words, button, action) => {
  line.replaceChildren();
  line.hidden = !words;
  if (!words) return;
  line.append(words);
  if (!button) return;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = button;
  again.onclick = action;
  line.append(again);
};
const reload = () => location.reload();

// A line that mends itself at once is not spoken of.
let late, told;
const tell = state => {
  if (state === told) return;
  told = state;
  clearTimeout(late);
  if (state === 'open') say(null);
  else if (state === 'over') say('这里的聊天已经结束了，或者这部手机换了人用。', '重新打开', reload);
  else late = setTimeout(() => {
    say(navigator.onLine ? '网络断开了，正在重新连接。您发过的内容都还在，请稍等。' : noNetwork);
    late = setTimeout(() => say('还没有连上。请看看手机有没有网络。这一页不用关，连上了会自动接着来，您写的话也会自动发出去。'), 60_000);
  }, 1500);
};
const noNetwork = '手机没有网络了。请打开网络，连上后会自动继续，您写的话也会自动发出去。';
addEventListener('offline', () => { if (told !== 'over') say(noNetwork); });
addEventListener('pagehide', () => clearTimeout(late));

/** What time or another network may mend. */
class Unreachable extends Error {}

const ask = async fresh => {
  const village = new URLSearchParams(location.search).get('village');
  const limit = new AbortController(), timer = setTimeout(() => limit.abort(), 20_000);
  const answer = await fetch('/api/chat/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ village: village || undefined, fresh }),
    signal: limit.signal,
  }).catch(() => { throw new Unreachable('连接不上。请看看手机有没有网络。'); });
  clearTimeout(timer);
  if (answer.status === 429) throw new Error('现在用的人太多了，请过几分钟再打开。');
  if (answer.status === 400) throw new Error('这个二维码不对，请重新扫村里的二维码。');
  if (!answer.ok) throw new Unreachable('暂时连不上，请稍等。');
  return answer.json();
};

const day = 86_400_000;
const style = {
  accent: '#0b5d3b', subtle: '#4f4f4f', backgroundColor: '#fff', rootHeight: '100%', rootWidth: '100%',
  primaryFont: 'inherit', paddingRegular: 12,
  bubbleBackground: '#eef5f0', bubbleTextColor: '#1b1b1b', bubbleBorderColor: '#c5d8cc', bubbleBorderRadius: 12, bubbleMinHeight: 48, bubbleMaxWidth: 720, bubbleImageMaxHeight: 220,
  bubbleFromUserBackground: '#0b5d3b', bubbleFromUserTextColor: '#fff', bubbleFromUserBorderColor: '#0b5d3b', bubbleFromUserBorderRadius: 12,
  timestampColor: '#4f4f4f', groupTimestamp: 300000, autoScrollSnapOnPage: true, autoScrollSnapOnPageOffset: -8,
  // What could not be sent yet is sent by itself; nobody has to ask for it.
  sendTimeout: day, sendTimeoutForAttachments: day,
  markdownRespectCRLF: true,
  sendAttachmentOn: 'attach', uploadAccept: 'image/*,application/pdf', uploadMultiple: true, enableUploadThumbnail: false,
  sendBoxHeight: 56, sendBoxTextColor: '#1b1b1b', sendBoxPlaceholderColor: '#595959', sendBoxButtonColor: '#0b5d3b', sendBoxBorderTop: 'solid 1px #c5d8cc',
  suggestedActionLayout: 'stacked', suggestedActionHeight: 56, suggestedActionBorderRadius: 12, suggestedActionBorderWidth: 2,
  suggestedActionTextColor: '#0b5d3b', suggestedActionBorderColor: '#0b5d3b', suggestedActionBackgroundColor: '#fff',
  suggestedActionsStackedHeight: 240, // the half of a fourth shows that there are more
  suggestedActionsStackedOverflow: 'auto', suggestedActionsStackedLayoutButtonTextWrap: true,
};
const phrases = { TEXT_INPUT_PLACEHOLDER: '在这里写字', TRANSCRIPT_NEW_MESSAGES: '下面还有', ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING: '正在发，请稍等', ACTIVITY_STATUS_SEND_FAILED_RETRY: '没有发出去。[再发一次][RETRY]。' };
/** How large letters are set, beside 16 px (chat.css grows with them). */
const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
const cards = {
  fontFamily: 'inherit', supportsInteractivity: true,
  textBlock: { headingLevel: 2 },
  fontSizes: Object.fromEntries(Object.entries({ small: 18, default: 20, medium: 22, large: 26, extraLarge: 30 }).map(([name, size]) => [name, size * letters])),
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 12 },
  containerStyles: { default: { backgroundColor: '#00000000', foregroundColors: { default: { default: '#1b1b1b', subtle: '#4f4f4f' }, accent: { default: '#0b5d3b', subtle: '#0b5d3b' }, good: { default: '#0b5d3b', subtle: '#0b5d3b' }, warning: { default: '#7a4100', subtle: '#7a4100' }, attention: { default: '#a4161a', subtle: '#a4161a' } } } },
};

// Where buttons are shown, the numbered list that other channels need says everything twice and pushes the answer off the screen.
const brief = (text, titles) => {
  const lines = text.split('\n');
  const kept = lines.filter(row => !titles.includes(row.trim().replace(/^\d+\s*/, '')));
  return kept.length === lines.length ? text : kept.filter(row => row.trim() && !row.startsWith('回数字')).join('\n\n');
};
// Web Chat shows what a person sends as a file's name, unless it has a small picture: people look for their photo.
const pictured = it => /^image\/(jpeg|png|webp)$/.test(it.contentType) && it.contentUrl ? { ...it, thumbnailUrl: it.contentUrl } : it;
const readable = activity => {
  const titles = activity.text && activity.suggestedActions?.actions?.map(it => it.title);
  if (titles) return { ...activity, text: brief(activity.text, titles) };
  return activity.from?.role === 'user' && activity.attachments ? { ...activity, attachments: activity.attachments.map(pictured) } : activity;
};

// Web Chat rolls on until what was said first since the person's last word reaches the top. Whatever came before the newest words counts as seen
// here: so their beginning – the amount, the question – stays in view, however long they are and however much was said before them.
const watching = ({ dispatch }) => next => action => {
  const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity;
  if (!activity) return next(action);
  const { id, timestamp } = activity;
  if (activity.type === 'message' && activity.from?.role === 'bot') dispatch({ ...action, payload: { activity: { type: 'event', name: 'seen', id: `seen-${id}`, timestamp, from: { role: 'user' }, channelData: {} } } });
  return next({ ...action, payload: { ...action.payload, activity: readable(activity) } });
};

const open = async () => {
  const session = await ask(false);
  say(null);
  if (session.villageName) byId('village').textContent = `${session.villageName} · 医疗互助`;
  const directLine = openLine(session, () => ask(false), tell);
  box.replaceChildren();
  WebChat.renderWebChat({ directLine, store: WebChat.createStore({}, watching), locale: 'zh-CN', overrideLocalizedStrings: phrases, userID: session.userId, styleOptions: style, adaptiveCardsHostConfig: cards }, box);
  byId('photo-bar').hidden = false;
};
const start = pause => open().catch(error => {
  if (!(error instanceof Unreachable)) {
    box.replaceChildren();
    say(error.message, '再试一次', reload);
    return;
  }
  say(`${error.message}连上了会自动打开。`);
  const again = () => { removeEventListener('online', again); clearTimeout(soon); start(Math.min(pause * 2, 15_000)); };
  const soon = setTimeout(again, pause);
  addEventListener('online', again);
});

photo.onclick = () => {
  const files = box.querySelector('input[type=file]');
  if (!files) return;
  files.value = ''; // else the browser is silent when the same photo is chosen again
  files.click();
};
byId('other-person').onclick = async () => {
  if (!confirm('换一个人用，要从头开始。前面的聊天在这部手机上就看不到了，已经交的单子不受影响。要换吗？')) return;
  try { await ask(true); reload(); } catch (error) { say(`${error.message}连上了再按一次。`); }
};

if (window.WebChat) start(2000);
else say('聊天页面没有下载完整。', '再试一次', reload);

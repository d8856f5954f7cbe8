'use strict';
(() => {
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
  const reconnecting = '网络断开了，正在重新连接。您发过的内容都还在，请稍等。';

  // The client library tells nobody that a socket dropped while it waits to open the next one.
  let late;
  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('open', () => { clearTimeout(late); say(null); });
      this.addEventListener('close', () => { clearTimeout(late); late = setTimeout(() => say(reconnecting), 1500); });
    }
  };
  addEventListener('offline', () => say('手机没有网络了。请打开网络，连上后会自动继续。'));
  addEventListener('online', () => say(reconnecting));
  addEventListener('pagehide', () => clearTimeout(late));

  const ask = async fresh => {
    const village = new URLSearchParams(location.search).get('village');
    const answer = await fetch('/api/chat/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ village: village || undefined, fresh }),
    });
    if (answer.status === 429) throw new Error('现在用的人太多了，请过几分钟再打开。');
    if (answer.status === 400) throw new Error('这个二维码不对，请重新扫村里的二维码。');
    if (!answer.ok) throw new Error('暂时连不上，请稍后再试。');
    return answer.json();
  };

  const style = {
    accent: '#0b5d3b', subtle: '#4f4f4f', backgroundColor: '#fff', rootHeight: '100%', rootWidth: '100%',
    primaryFont: 'inherit', paddingRegular: 12,
    bubbleBackground: '#eef5f0', bubbleTextColor: '#1b1b1b', bubbleBorderColor: '#c5d8cc', bubbleBorderRadius: 12, bubbleMinHeight: 48, bubbleMaxWidth: 720, bubbleImageMaxHeight: 220,
    bubbleFromUserBackground: '#0b5d3b', bubbleFromUserTextColor: '#fff', bubbleFromUserBorderColor: '#0b5d3b', bubbleFromUserBorderRadius: 12,
    timestampColor: '#4f4f4f', groupTimestamp: 300000, markdownRespectCRLF: true,
    sendAttachmentOn: 'attach', uploadAccept: 'image/*,application/pdf', uploadMultiple: true, enableUploadThumbnail: false,
    sendBoxHeight: 56, sendBoxTextColor: '#1b1b1b', sendBoxPlaceholderColor: '#595959', sendBoxButtonColor: '#0b5d3b', sendBoxBorderTop: 'solid 1px #c5d8cc',
    suggestedActionLayout: 'stacked', suggestedActionHeight: 56, suggestedActionBorderRadius: 12, suggestedActionBorderWidth: 2,
    suggestedActionTextColor: '#0b5d3b', suggestedActionBorderColor: '#0b5d3b', suggestedActionBackgroundColor: '#fff',
    suggestedActionsStackedHeight: 216, suggestedActionsStackedOverflow: 'auto', suggestedActionsStackedLayoutButtonTextWrap: true,
  };
  const cards = {
    fontFamily: 'inherit', supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    fontSizes: { small: 18, default: 20, medium: 22, large: 26, extraLarge: 30 },
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
  const seen = it => /^image\/(jpeg|png|webp)$/.test(it.contentType) && it.contentUrl ? { ...it, thumbnailUrl: it.contentUrl } : it;
  const readable = () => next => action => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity;
    if (!activity) return next(action);
    const titles = activity.text && activity.suggestedActions?.actions?.map(it => it.title);
    const changed = titles ? { text: brief(activity.text, titles) } : activity.from?.role === 'user' && activity.attachments ? { attachments: activity.attachments.map(seen) } : null;
    return next(changed ? { ...action, payload: { ...action.payload, activity: { ...activity, ...changed } } } : action);
  };

  const states = window.WebChat && {
    3: ['停了太久，需要重新连接。', '重新连接'],
    4: ['连接不上。请看看手机有没有网络。', '再试一次'],
    5: ['连接已经结束。您发过的内容都还在。', '重新连接'],
  };
  const open = async fresh => {
    const session = await ask(fresh);
    if (session.villageName) byId('village').textContent = `${session.villageName} · 医疗互助`;
    const directLine = WebChat.createDirectLine({
      // Our own channel, whatever name this machine was opened by.
      domain: new URL('/v3/directline', location.href).href, token: session.token, webSocket: session.streaming, pollingInterval: 1000,
      conversationId: session.resumed ? session.conversationId : undefined,
      conversationStartProperties: { locale: 'zh-CN' },
    });
    directLine.connectionStatus$.subscribe(state => {
      if (state === 2) say(null);
      else if (states[state]) say(states[state][0], states[state][1], reload);
    });
    box.replaceChildren();
    WebChat.renderWebChat({ directLine, store: WebChat.createStore({}, readable), locale: 'zh-CN', userID: session.userId, styleOptions: style, adaptiveCardsHostConfig: cards }, box);
    byId('photo-bar').hidden = false;
  };
  const start = fresh => open(fresh).catch(error => {
    box.replaceChildren();
    say(error instanceof TypeError ? '连接不上。请看看手机有没有网络。' : error.message, '再试一次', reload);
  });

  photo.onclick = () => {
    const files = box.querySelector('input[type=file]');
    if (!files) return;
    files.value = ''; // else the browser is silent when the same photo is chosen again
    files.click();
  };
  byId('other-person').onclick = async () => {
    if (!confirm('换一个人用，要从头开始。前面的聊天在这部手机上就看不到了，已经交的单子不受影响。要换吗？')) return;
    try { await ask(true); reload(); } catch (error) { say(error.message, '再试一次', reload); }
  };

  if (window.WebChat) start(false);
  else say('聊天页面没有下载完整。', '再试一次', reload);
})();

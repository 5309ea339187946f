import '@baton/ui/tokens.css';
import '../widget.css';
import { Memory, SessionKeeper } from '../chat/session-keeper.ts';
import { wishesOf } from '../host/host.ts';
import { openWidget } from '../open-widget.ts';
import { languageOf } from '../words/index.ts';
import { FakeDesk } from './fake-desk.ts';
import { SCENES } from './scenes.ts';

const desk = new FakeDesk();
const wishes = wishesOf(location);
const zh = languageOf([wishes.language, ...navigator.languages]) === 'zh-CN';
desk.categories = (zh ? ['订单与物流', '退换货与退款', '商品咨询', '账户与会员'] : ['Orders and delivery', 'Returns and refunds', 'Products', 'Account and membership']).map((name, i) => ({ id: `c${i + 1}`, name, closed: false }));
desk.site = { name: zh ? '山茶小铺' : 'Camellia Store', brand_color: new URLSearchParams(location.search).get('color') ?? undefined, greeting: zh ? '欢迎光临山茶小铺！订单、物流、退换货，随时问我们。' : 'Welcome to Camellia Store! Ask us about orders, delivery and returns.' };
const memory = new Memory(null);
await SCENES[new URLSearchParams(location.search).get('scene') ?? 'empty']?.(desk, zh);
await openWidget({ wishes, memory, keeper: new SessionKeeper(desk, memory), api: desk, language: { now: 'en' }, live: () => ({ webSocket: desk.transport }) });
Object.assign(window, { desk });

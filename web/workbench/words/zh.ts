import { settings } from './zh-settings.ts';

/** 工作台的中文。一个概念只用一个词，见词汇表。 */
export const zh = {
  product: 'Baton 接力',
  common: {
    cancel: '取消', close: '关闭', save: '保存', retry: '重试', undo: '撤销', more: '更多', copy: '复制', copied: '已复制',
    loading: '正在加载', on: '开', off: '关', yes: '是', no: '否', none: '无', optional: '选填', you: '我', unnamed: '访客', edit: '编辑', remove: '删除',
  },
  list_join: '、',
  section: { inbox: '会话', queue: '排队', team: '团队', settings: '设置' },
  tab: { mine: '我的', queue: '排队', all: '全部' },
  state: {
    queued: '排队中', awaiting_agent: '待客服回复', awaiting_customer: '待客户回复', awaiting_confirmation: '待客户确认结束', ended: '已结束', system_ended: '系统结束',
  },
  turn: { me: '该我回复', colleague: '待 {name} 回复', nobody_yet: '排队中', customer: '等客户回复', confirm: '等客户确认', over: '已结束' },
  mark: { silent: '沉默', parked: '留言等候', unattended: '无人负责', overflowed: '已溢出', offered: '派给我', asked: '等 {name} 接手 {time}', unread: '未读', reopened: '再次打开', unresolved: '客户曾答未解决' },
  clock: {
    queue_alarm: '排队告警', overflow: '溢出', queue_timeout: '排队超时', offer_timeout: '派单超时', reply_nudge: '提醒', reply_alarm: '告警', reply_reassign: '改派',
    silent_after: '转沉默', reminder: '催促', system_end: '系统结束', confirmation_timeout: '确认超时',
    waited: '已等', hours: '{n} 小时', days: '{n} 天',
  },
  next: {
    queue_alarm: '{time}后排队告警', overflow: '{time}后溢出到其他技能组', queue_timeout: '{time}后排队超时', offer_timeout: '{time}后派单失效',
    reply_nudge: '{time}后提醒客服', reply_alarm: '{time}后告警，通知主管', reply_reassign: '{time}后改派给其他客服', silent_after: '客户不回复，{time}后转为沉默', reminder: '客户不回复，{time}后自动催促', system_end: '客户不回复，{time}后由系统结束', confirmation_timeout: '客户不确认，{time}后由系统结束',
    reopen_window: '{time}内客户回来，仍是这个会话', waited: '客户已等 {time}', now: '马上', parked: '留言等候，暂不派单',
  },
  inbox: {
    title: '会话列表', silent_fold: '沉默 {n}', parked_fold: '留言等候 {n}', waiting: '等我回复', others: '等客户', waiting_any: '等回复', empty_mine: '现在没有会话', empty_mine_hint: '有新会话派来时会出现在这里。也可以去“排队”里自己接。',
    empty_mine_off: '你现在不接新会话', empty_mine_off_hint: '把在线状态切到“可接待”，新会话就会派来。', go_ready: '切到可接待', empty_queue: '没有人在排队', empty_queue_hint: '所有客户都有人接待。',
    empty_all: '没有进行中的会话', empty_ended: '没有结束的会话', select: '选一个会话', select_hint: '按 N 打开等得最久的一个，按 ? 看全部快捷键。', open_or_ended: '范围', open: '进行中', ended: '已结束', load_more: '加载更多', group: '技能组', agent: '客服',
    failed: '列表没有加载出来', no_words: '还没有说话',
  },
  conversation: {
    label: '与 {name} 的会话', gone: '这个会话不在你的权限内了', gone_hint: '它可能已转到别的技能组。你写的草稿还在本机保留。', failed: '会话没有加载出来', failed_hint: '内容都在服务器上，没有丢。', earlier: '更早的记录', loading_earlier: '正在加载更早的记录',
    beginning: '会话从这里开始', unread_line: '以下是新消息', to_newest: '到最新', new_messages: '{n} 条新消息', typing: '{name} 正在输入', customer: '客户', staff_only: '仅内部可见', note_by: '{name} 的备注',
    sending: '发送中', sent: '已发送', delivered: '已送达', read: '已读', failed_send: '没有发出', kept: '已保存在本机，连上后自动发送', discard: '放弃', edited_back: '放回输入框', details: '客户资料', follows: '接着之前的一次会话', image: '图片 {name}', download: '下载 {name}',
    rating: '评价 {score} 分', readonly: '只读',
  },
  action: {
    pick: '接待', assign: '指派', transfer: '转接', ask_to_end: '请客户确认结束', withdraw: '撤回结束请求', withdraw_offer: '撤回转接', end: '结束会话', change_category: '改问题分类', set_priority: '设优先级', copy_link: '复制会话链接', close_conversation: '回到列表',
  },
  said: {
    picked: '已接待 {name}', asked: '已请客户确认结束', withdrawn: '已撤回结束请求', ended: '会话已结束', asked_agent: '已请 {name} 接手，对方接受前仍由你负责', transferred_agent: '已转给 {name}', transferred_group: '已转到{name}', assigned: '已指派给 {name}', category: '问题分类已改为{name}', priority: '优先级已改为{name}', nobody_waits: '没有等待的会话',
  },
  composer: {
    reply_to: '回复 {name}…', note_hint: '写给同事，客户看不到…', send: '发送', send_note: '添加备注', mode_reply: '回复客户', mode_note: '内部备注', attach: '添加附件', canned: '常用回复', canned_none: '没有匹配的常用回复', canned_hint: '↑↓ 选择，Enter 插入，Esc 关闭', drop: '松开即可添加附件', too_long: '超出 {n} 字', uploading: '正在上传 {percent}%',
    cancel_upload: '取消上传 {name}', remove_file: '移除 {name}', too_large: '文件超过 {size}', queued: '接待后才能回复', not_mine: '由 {name} 负责，你可以写备注', ended: '会话已结束，可以写备注', confirm: '客户正在确认是否结束；你再发消息就继续会话', wait_upload: '等附件传完再发送', enter_sends: 'Enter 发送，Shift+Enter 换行', enter_breaks: 'Ctrl+Enter 发送，Enter 换行', read_only: '你只能查看这个会话', not_kept: '本机存储不可用，刷新会丢失未发出的内容',
  },
  dialog: {
    transfer: '转接会话', transfer_to_best: '最合适的客服', transfer_to_agent: '转给客服', transfer_to_group: '转到技能组', free: '{n} 人有空位', choose: '请选择', transfer_reason: '原因', transfer_note: '给接手人的话', transfer_note_hint: '只有内部可见：客户要什么、做到哪一步', transfer_do: '转接', find_agent: '按姓名找', no_agent: '没有可选的客服', full: '已满', override: '以主管身份越过接待上限与在岗限制', back_to_line: '{group}（放回本组排队）', keeps_age: '客户已等的时间会保留。',
    end: '结束会话', end_reason: '为什么不等客户确认就结束？', end_do: '结束会话', end_warning: '客户会看到会话已结束。', ask: '请客户确认结束', ask_summary: '小结', ask_summary_hint: '客户会看到：做了什么、结果如何', ask_do: '发送确认请求', ask_what: '客户会收到“已解决 / 未解决”的选择。',
    assign: '指派给客服', assign_do: '指派', category: '改问题分类', category_hint: '分类决定技能组；客户已等的时间会保留。', category_do: '更改', priority: '设优先级', priority_do: '设置', priority_normal: '普通', priority_high: '高', priority_urgent: '紧急', load_of: '接待 {load} / {capacity}',
  },
  availability: { label: '在线状态', ready: '可接待', not_taking: '不接新会话', on_break: '休息', away: '离开', off: '下班', since: '已 {time}', offline: '未连接', keep: '手上的会话仍由你负责' },
  role: { agent: '客服', supervisor: '主管', admin: '管理员', advisor: '技术顾问' },
  customer: {
    tab: '客户', earlier_tab: '历史', panel: '客户资料', id: '客户编号', email: '邮箱', account_agent: '专属客服', nobody_named: '未指定', verified: '身份已验证', anonymous: '匿名访客', page: '当前页面', device: '设备', language: '语言', first_seen: '首次来访', last_seen: '最近来访', attributes: '属性', site: '站点', earlier_none: '这是第一次会话', this_conversation: '本次会话', opened: '开始于', category: '问题分类', group: '技能组', agent: '客服', rating: '评价', back_to_list: '返回历史列表',
  },
  queue: { title: '排队', waiting: '排队人数', longest: '最久等待', ready_agents: '可接待客服', free: '空闲名额', empty: '没有人在排队', position: '第 {n} 位', nobody: '无', parked: '留言等候' },
  team: { on: '{time}前起', next_shift: '下一班 {at}', shift_until: '班到 {at}', set: '设为…', set_for: '设置 {name} 的在线状态', move: '移交会话', roster: '排班表', my_shifts: '我的班次', history: '状态记录', by: '{name} 设置', system: { idle: '系统：无操作', missed_offers: '系统：多次未接派单', disabled: '系统：账号停用' }, title: '团队', hint: '谁在岗，还能接多少。', load: '当前接待', online: '{n} 人在线', search: '按姓名找', groups: '技能组', empty: '没有符合的同事' },
  roster: {
    title: '排班表', hint: '拖动空白处新建班次，拖动班次移动，拖动两端改时间。', keys: '键盘：选中班次后，←→ 移动半小时，Shift+←→ 改结束时间，↑↓ 换人，Enter 编辑，Delete 删除。', this_week: '本周', earlier: '上一周', later: '下一周', add: '新建班次', add_for: '为 {name} 新建班次', edit: '编辑班次', kind: '类型', work: '上班', absence: '缺勤', from: '开始', until: '结束', note: '备注', inverted: '结束要晚于开始。', weekly: '每周重复', last_day: '最后一天（可不填）', delete: '删除班次', deleted: '已删除班次', stop_weekly: '停止每周重复', import: '导入 CSV / iCalendar', imported: '已导入 {n} 个新班次', swaps: '换班', swap: '换班', swap_ask: '发出换班请求', swap_with: '和谁换', in_return: '换对方的哪个班', for_nothing: '不用还班', swap_one: '{from} 请 {to} 代班', swap_both: '{from} 想和 {to} 换班', mine: '我的班次', mine_hint: '接下来四周的班次。', none: '没有排班', none_hint: '没有排班时，分配不受班次限制。', now: '进行中', offered: '换班中', next: '下一班', ends: '本班到 {at}',
    state: { asked: '等对方答复', agreed: '等主管批准', declined: '对方谢绝', withdrawn: '已撤回', approved: '已批准', refused: '未批准' },
    answer: { agree: '同意', decline: '谢绝', withdraw: '撤回', approve: '批准', refuse: '不批准' },
    day: { monday: '周一', tuesday: '周二', wednesday: '周三', thursday: '周四', friday: '周五', saturday: '周六', sunday: '周日' },
    rule: { agent: '没有这位客服', kind: '类型不明', time: '时间不明', cells: '列数不对', quote: '引号没有闭合', empty: '没有内容', column_missing: '缺少列', calendar: '日历格式有误', zone: '时区不明', recurrence: '不支持的重复规则', too_many: '太多', overlaps: '与已有班次重叠', inverted: '结束早于开始', too_long: '太长', out_of_range: '超出范围', note: '备注有误' },
  },
  connection: {
    connecting: '正在连接…', waiting: '连接断了，{time}后重试。你写的都保留，连上后自动发送。', offline: '这台电脑没有网络。你写的都保留，连上后自动发送。', displaced: '这个账号在别处打开了新的连接，这里已停止更新。', use_here: '在这里继续', now: '立即重试', online: '已连接', stale: '以下内容停在 {time}', back: '已重新连接，内容是最新的', lost: '连接断了，正在重连。你写的都保留，连上后自动发送。', label: '连接状态', bad: '未连接',
  },
  signin: {
    title: '登录工作台', email: '邮箱', password: '密码', do: '登录', doing: '正在登录', expired: '登录已过期，请重新登录。草稿和未发出的消息都在。', revoked: '你已在别处退出，或密码已更改，请重新登录。', signed_out: '已退出。', unreachable: '连不上服务器', unreachable_hint: '检查网络；连上后会自动继续。', show: '显示密码', hide: '隐藏密码',
    change: '设置新密码', change_why: '这是一次性密码，请换成只有你知道的密码。', current: '当前密码', next: '新密码', repeat: '再输一次', change_do: '设置密码', mismatch: '两次输入不一致', rules: '至少 10 个字符；不要用邮箱或常见密码。', changed: '密码已更改，其他设备已退出',
  },
  menu: { sign_out: '退出登录', light: '浅色', dark: '深色', system: '跟随系统', shortcuts: '快捷键', my_settings: '我的设置', account: '账号', command: '查找与操作' },
  palette: { placeholder: '找会话、客户，或执行操作', conversations: '会话', actions: '操作', nothing: '没有找到“{query}”', hint: '↑↓ 选择，Enter 打开，Esc 关闭', go: '去{name}', set_availability: '切换为{name}', toggle_theme: '切换深浅色' },
  keys: {
    title: '快捷键', in_text: '输入时按住 Alt 也可使用。', everywhere: '通用', list: '列表', talk: '会话', next: '下一个等待的会话', previous: '上一个会话', following: '下一个会话', reply: '回复', note: '写备注', ask_to_end: '请客户确认结束', transfer: '转接', end: '结束会话', accept_offer: '接受派单', decline_offer: '不接派单', pick: '接待', availability: '切换在线状态', palette: '查找与操作', sheet: '快捷键', details: '显示或收起客户资料', leave: '离开输入框', sections: '会话 / 排队 / 团队 / 设置', newest: '到最新消息', canned: '常用回复',
  },
  notice: {
    message: '客户的新消息', assigned: '派给我的会话', offered: '派单给我', late: '我回复晚了', queued: '有新客户排队', queue_alarm: '排队告警', title_message: '{name}', title_assigned: '新会话：{name}', title_offered: '派单：{name}', title_late: '{name} 在等你', title_queued: '{name} 在排队', title_queue_alarm: '{name} 等得太久', many: '{n} 件新事', body_late: '已等 {time}',
  },
  hand_over: {
    title: '交接', of: '{name} 的交接', hint: '每个会话附上小结，交给同组同事或放回排队。', ends: '{at} 下班，还有 {time}。到时没交接的按策略处理。', over: '{at} 已下班，还有没交接的会话。', link: '交接手上的 {n} 个会话', all: '交接全部 {n} 个', everything: '全部交给', best: '最合适的同事', queue: '放回本组排队', to: '交给', do: '交接', note: '小结', note_hint: '客户要什么、做到哪一步', nothing: '没有要交接的会话', nothing_hint: '手上没有进行中的会话。', done: '已交接 {n} 个', failed: '没有交接成功', banner: '{at} 下班，还有 {time}；不再派新会话。', banner_over: '{at} 已下班。', left: '还有 {n} 个会话', leaving: '手上还有会话', leaving_left: '你还有 {n} 个进行中的会话。可以先交接；直接退出的话，离线一段时间后会回到排队。', leave_anyway: '直接退出',
  },
  offer: {
    title: '派单', accept: '接受', decline: '不接', reason: '为什么不接', left: '还剩 {time}', transfer: '{name} 请你接手', hand_over: '{name} 下班，请你接手', region: '等你应答的派单',
    away_title: '你已被设为“离开”', away: '连续 {n} 个派单没有应答。回来后请重新设为可接待。', back: '我回来了',
  },
  why: {
    join: '；', others: '另有 {n} 人', nobody: '组内没有可接待的客服', show: '为什么',
    rule: { account_agent: '{name}：客户的专属客服', last_agent: '{name}：上次接待', least_loaded: '{name}：接待最少 {load}/{capacity}', longest_idle: '{name}：空闲最久', round_robin: '{name}：轮到' },
    verdict: { less_suitable: '{name}：已接 {load}/{most}', full: '{name}：已满 {load}/{most}', ceiling: '{name}：组内上限 {load}/{most}', ring: '{name}：{time} 起才分配', declined: '{name}：已拒接', missed: '{name}：未应答', handed_back: '{name}：退回过', excluded: '{name}：本轮不再分配', stops_at: '{name}：{time} 起不接新会话', away: '{name}：{time} 起{availability}', offline: '{name}：{time} 起离线', offline_ever: '{name}：不在线' },
  },
  entry: {
    started: '客户进入排队 · {group}', started_category: '客户选择了“{category}” · {group}', automatic: '自动分配给 {agent}', pick: '{agent} 接待了会话', offer: '{agent} 接受了派单', supervisor: '{by} 指派给 {agent}', return: '客户回来，仍由 {agent} 接待', offered: '派单给 {agent}', offer_ended: '{agent} 没有接受派单', offer_missed: '{agent} 没有应答派单', offer_declined: '{agent} 没有接受派单：{reason}', category_changed: '问题分类改为“{category}” · {group}', overflowed: '排队太久，其他技能组也可接待', queue_alarmed: '排队告警', parked: '转为留言等候', unparked: '结束留言等候，回到排队', priority_changed: '优先级改为{priority}',
    transfer_offered: '{by} 请 {agent} 接手', hand_over_offered: '{by} 下班交接，请 {agent} 接手', transfer_accepted: '{agent} 从 {by} 接手', offer_withdrawn: '已撤回请 {agent} 接手', transferred_agent: '{by} 转给 {agent}', transferred_group: '{by} 转到 {group}', reason: '原因：{reason}', requeued: '回到排队', requeued_slack: '{agent} 超时未回复，回到排队', requeued_offline: '客服掉线，回到排队', requeued_disabled: '客服账号已停用，回到排队', requeued_agent_off_duty: '客服不在岗，回到排队', requeued_shift_end: '客服下班，回到排队', requeued_supervisor: '主管放回排队', unattended: '暂无客服负责，客户一说话就重新排队', nudged: '提醒客服回复', reply_alarmed: '回复告警，已通知主管', silenced: '客户沉默', reminded: '第 {n} 次催促',
    asked_to_end: '{by} 请客户确认结束', withdrawn: '{by} 撤回了结束请求', unresolved: '客户答：未解决', confirmed: '客户确认已解决，会话结束', customer_ended: '客户结束了会话', customer_left: '客户离开了排队', agent_ended: '{by} 结束了会话', ended_reason: '{by} 结束了会话 · {reason}', queue_timeout: '排队超时，系统结束', customer_gone: '客户离开，系统结束', customer_silent: '客户一直沉默，系统结束', confirmation_timeout: '客户没有确认，系统结束', reopened: '客户回来了，距上次 {time}', rated: '客户评价 {score} 分', someone: '系统', file_only: '[附件]', summary: '小结：{text}',
  },
  end_reason: { confirmed: '客户确认已解决', customer_ended: '客户结束', customer_left: '客户离开排队', agent_ended: '客服结束', queue_timeout: '排队超时', customer_gone: '客户离开', customer_silent: '客户沉默', confirmation_timeout: '确认超时' },
  problem: {
    shift_overlaps: '该时段已有班次：{from} 至 {until}。', patterns_overlap: '另一个每周班次占用了同一时段。', shift_begun: '该班次已经开始。', shift_offered: '该班次已提出换班。', swap_closed: '这次换班已经有结果。', roster_line: '没有导入任何内容：第 {line} 行：{rule}。',
    not_found: '找不到，或不在你的权限内。', not_signed_in: '登录已过期，请重新登录。', bad_credentials: '邮箱或密码不对。', wrong_password: '当前密码不对。', forbidden: '你没有权限做这件事。', csrf: '页面已过期，请刷新后再试。', origin_not_allowed: '请从工作台自己的网址操作。', too_many_requests: '太频繁了，请 {seconds} 秒后再试。', password_change_required: '请先更改一次性密码。', malformed_json: '请求有误，没有保存。', unknown_field: '请求有误，没有保存。', wrong_type: '请求有误，没有保存。', malformed_text: '内容里有不能保存的字符。', malformed_id: '链接不完整或有误。',
    invalid: '“{field}”{rule}', too_large: '内容太大。', unsupported_type: '不支持这种文件。', idempotency_conflict: '这条消息已用不同内容发过。', wrong_state: '会话现在是“{state}”，不能这样做。', already_assigned: '{name} 已经接待了。', not_assigned: '这个会话现在没有客服。', not_your_conversation: '这个会话由别人负责。', agent_full: '对方已达接待上限。', agent_off_duty: '对方现在不接新会话。', agent_not_member: '对方不在这个技能组。', agent_excluded: '对方之前没有及时回复，不能再接这个会话。', transfer_to_self: '会话已经在你这里。', same_group: '会话已经在这个技能组。', agent_had_it: '本轮已经转给过对方，主管可以强制转接。', group_had_it: '本轮已经转到过这个技能组，主管可以强制转接。', nobody_free: '这个技能组现在没有人能接，可以转到它的排队。', already_offered: '已经请别人接手，等对方应答或先撤回。', broken_calendar: '日历文件第 {line} 行无法识别，没有导入。', calendar_in_use: '还有技能组在用，先给它们换一份。', no_offer: '这个邀请已经不在了。', not_offered_to_you: '这个会话不是请你接手的。', agent_shift_ending: '对方快下班了，不再接新会话。', agent_at_ceiling: '对方在这个技能组已达上限。', agent_disabled: '对方的账号已停用。', unknown_reason: '这个原因已不可用，请另选。',
    window_over: '已经过了时间。', already_rated: '已经评价过了。', clock_moved_on: '情况刚刚变了，请再试一次。', overloaded: '服务器很忙，没有保存，请稍后再试。', internal: '服务器出了错，没有保存，请再试一次。', network: '没有网络，没有保存。', unknown: '没有成功：{title}',
  },
  rule: { only_for_breaks: '只用于休息', inverted: '早于开始', required: '必须填写', too_short: '太短', too_long: '太长', out_of_range: '超出范围', malformed: '格式不对', taken: '已被使用', unknown: '不存在', too_common: '太常见，换一个', same_as_email: '不能和邮箱相同', unchanged: '和原来一样', last_admin: '至少要保留一位管理员', other: '不合要求：{rule}' },
  resize: { list: '调整列表宽度', side: '调整客户资料宽度' },
  settings,
};

/** 词条的形状：每种语言都必须齐全。 */
export type Words = typeof zh;

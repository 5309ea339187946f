import { settings } from './en-settings.ts';
import type { Words } from './zh.ts';

/** The workbench in English. One word per concept, see the glossary. */
export const en: Words = {
  product: 'Baton',
  common: {
    cancel: 'Cancel', close: 'Close', save: 'Save', retry: 'Try again', undo: 'Undo', more: 'More', copy: 'Copy', copied: 'Copied',
    loading: 'Loading', on: 'On', off: 'Off', yes: 'Yes', no: 'No', none: 'None', optional: 'optional', you: 'You', unnamed: 'Visitor', edit: 'Edit', remove: 'Remove',
  },
  list_join: ', ',
  section: { inbox: 'Inbox', queue: 'Queue', team: 'Team', settings: 'Settings' },
  tab: { mine: 'Mine', queue: 'Queue', all: 'All' },
  state: {
    queued: 'In queue', awaiting_agent: 'Awaiting agent', awaiting_customer: 'Awaiting customer', awaiting_confirmation: 'Awaiting confirmation', ended: 'Ended', system_ended: 'Ended by system',
  },
  turn: { me: 'Your turn', colleague: '{name}’s turn', nobody_yet: 'In queue', customer: 'Customer’s turn', confirm: 'To confirm', over: 'Ended' },
  mark: { silent: 'Silent', parked: 'Parked', unattended: 'Unattended', overflowed: 'Overflowed', offered: 'Offered to you', asked: 'Waiting for {name} {time}', unread: 'Unread', reopened: 'Reopened', unresolved: 'Was not resolved' },
  clock: {
    queue_alarm: 'Queue alarm', overflow: 'Overflow', queue_timeout: 'Queue timeout', offer_timeout: 'Offer ends', reply_nudge: 'Nudge', reply_alarm: 'Alarm', reply_reassign: 'Reassign',
    silent_after: 'Silent', reminder: 'Reminder', system_end: 'System end', confirmation_timeout: 'Timeout',
    waited: 'Waited', hours: '{n} h', days: '{n} d',
  },
  next: {
    queue_alarm: 'Queue alarm in {time}', overflow: 'Overflows to another group in {time}', queue_timeout: 'Leaves the queue in {time}', offer_timeout: 'Offer ends in {time}',
    reply_nudge: 'Agent is nudged in {time}', reply_alarm: 'Supervisors are alerted in {time}', reply_reassign: 'Goes to another agent in {time}', silent_after: 'Counts as silent in {time} unless they answer', reminder: 'Reminded in {time} unless they answer', system_end: 'Ends by the system in {time} unless they answer', confirmation_timeout: 'Ends by the system in {time} unless they answer',
    reopen_window: 'The customer may return for {time}', waited: 'The customer has waited {time}', now: 'a moment', parked: 'Parked: nobody is sought for now',
  },
  inbox: {
    title: 'Conversations', silent_fold: 'Silent {n}', parked_fold: 'Parked {n}', waiting: 'Waiting for you', others: 'Customer’s turn', waiting_any: 'Waiting', empty_mine: 'Nothing to answer', empty_mine_hint: 'New conversations appear here. You can also pick one from the queue.',
    empty_mine_off: 'You are not taking conversations', empty_mine_off_hint: 'Switch to Ready and new ones will come to you.', go_ready: 'Switch to Ready', empty_queue: 'Nobody is waiting', empty_queue_hint: 'Every customer is being looked after.',
    empty_all: 'No open conversations', empty_ended: 'No ended conversations', select: 'Choose a conversation', select_hint: 'Press N for the one that has waited longest, ? for all shortcuts.', open_or_ended: 'Show', open: 'Open', ended: 'Ended', load_more: 'Load more', group: 'Group', agent: 'Agent',
    failed: 'The list could not be loaded', no_words: 'No words yet',
  },
  conversation: {
    label: 'Conversation with {name}', gone: 'You can no longer see this conversation', gone_hint: 'It may have gone to another group. Your draft is kept on this computer.', failed: 'The conversation could not be loaded', failed_hint: 'Nothing is lost; it is all on the server.', earlier: 'Earlier', loading_earlier: 'Loading earlier entries',
    beginning: 'The conversation begins here', unread_line: 'New messages', to_newest: 'Newest', new_messages: '{n} new message | {n} new messages', typing: '{name} is typing', customer: 'Customer', staff_only: 'Staff only', note_by: 'Note by {name}',
    sending: 'Sending', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed_send: 'Not sent', kept: 'Kept on this computer, goes out when connected', discard: 'Discard', edited_back: 'Back to the editor', details: 'Customer details', follows: 'Follows an earlier conversation', image: 'Image {name}', download: 'Download {name}',
    rating: 'Rated {score} of 5', readonly: 'Read only',
  },
  action: {
    pick: 'Pick', assign: 'Assign', transfer: 'Transfer', ask_to_end: 'Ask to end', withdraw: 'Withdraw request', withdraw_offer: 'Withdraw transfer', end: 'End conversation', change_category: 'Change category', set_priority: 'Set priority', copy_link: 'Copy link', close_conversation: 'Back to the list',
  },
  said: {
    picked: 'You picked {name}', asked: 'Asked the customer to confirm', withdrawn: 'Request withdrawn', ended: 'Conversation ended', asked_agent: '{name} is asked; it stays with you until they accept', transferred_agent: 'Transferred to {name}', transferred_group: 'Transferred to {name}', assigned: 'Assigned to {name}', category: 'Category is now {name}', priority: 'Priority is now {name}', nobody_waits: 'Nobody is waiting',
  },
  composer: {
    reply_to: 'Reply to {name}…', note_hint: 'For colleagues; the customer never sees this…', send: 'Send', send_note: 'Add note', mode_reply: 'Reply', mode_note: 'Note', attach: 'Attach files', canned: 'Canned replies', canned_none: 'No canned reply matches', canned_hint: '↑↓ choose, Enter insert, Esc close', drop: 'Drop to attach', too_long: '{n} characters too long', uploading: 'Uploading {percent}%',
    cancel_upload: 'Cancel upload of {name}', remove_file: 'Remove {name}', too_large: 'File is larger than {size}', queued: 'Pick the conversation to reply', not_mine: '{name} is on it; you can write notes', ended: 'The conversation has ended; you can write notes', confirm: 'The customer is asked whether it is solved; writing again carries on', wait_upload: 'Wait for the upload to finish', enter_sends: 'Enter sends, Shift+Enter breaks the line', enter_breaks: 'Ctrl+Enter sends, Enter breaks the line', read_only: 'You can only read this conversation', not_kept: 'Storage is blocked: unsent words are lost on reload',
  },
  dialog: {
    transfer: 'Transfer conversation', transfer_to_best: 'To whoever is best', transfer_to_agent: 'To an agent', transfer_to_group: 'To a group', free: '{n} with a free place', choose: 'Choose…', transfer_reason: 'Reason', transfer_note: 'Note for whoever takes over', transfer_note_hint: 'Staff only: what the customer wants, how far you got', transfer_do: 'Transfer', find_agent: 'Find by name', no_agent: 'No agent to choose', full: 'Full', override: 'Override capacity and duty as supervisor', back_to_line: '{group} (back to its own line)', keeps_age: 'The customer’s waiting time is kept.',
    end: 'End conversation', end_reason: 'Why end it without asking the customer?', end_do: 'End conversation', end_warning: 'The customer will see that it has ended.', ask: 'Ask to end', ask_summary: 'Summary', ask_summary_hint: 'The customer sees this: what was done, with what result', ask_do: 'Ask the customer', ask_what: 'The customer chooses between “Solved” and “Not solved”.',
    assign: 'Assign to an agent', assign_do: 'Assign', category: 'Change category', category_hint: 'The category decides the group; the waiting time is kept.', category_do: 'Change', priority: 'Set priority', priority_do: 'Set', priority_normal: 'Normal', priority_high: 'High', priority_urgent: 'Urgent', load_of: '{load} of {capacity}',
  },
  availability: { label: 'Availability', ready: 'Ready', not_taking: 'Not taking new', on_break: 'On break', away: 'Away', off: 'Off duty', since: 'for {time}', offline: 'Not connected', keep: 'You keep the conversations you have' },
  role: { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin', advisor: 'Advisor' },
  customer: {
    tab: 'Customer', earlier_tab: 'Earlier', panel: 'Customer details', id: 'Customer ID', email: 'Email', account_agent: 'Account agent', nobody_named: 'Nobody in particular', verified: 'Identity verified', anonymous: 'Anonymous visitor', page: 'Page', device: 'Device', language: 'Language', first_seen: 'First seen', last_seen: 'Last seen', attributes: 'Attributes', site: 'Site', earlier_none: 'This is their first conversation', this_conversation: 'This conversation', opened: 'Started', category: 'Category', group: 'Group', agent: 'Agent', rating: 'Rating', back_to_list: 'Back to earlier conversations',
  },
  queue: { title: 'Queue', waiting: 'Waiting', longest: 'Longest wait', ready_agents: 'Ready agents', free: 'Free places', empty: 'Nobody is waiting', position: 'No. {n}', nobody: 'None', parked: 'Parked' },
  team: { title: 'Team', hint: 'Who is on, and how much more they can take.', load: 'Load', online: '{n} online', search: 'Find by name', groups: 'Groups', empty: 'No colleague matches' },
  connection: {
    connecting: 'Connecting…', waiting: 'Connection lost, trying again in {time}. What you write is kept and goes out when connected.', offline: 'This computer is offline. What you write is kept and goes out when connected.', displaced: 'A newer connection of this account took over; this page has stopped updating.', use_here: 'Continue here', now: 'Try now', online: 'Connected', stale: 'What you see is from {time}', back: 'Connected again, everything is up to date', lost: 'Connection lost, reconnecting. What you write is kept and goes out when connected.', label: 'Connection', bad: 'Not connected',
  },
  signin: {
    title: 'Sign in to the workbench', email: 'Email', password: 'Password', do: 'Sign in', doing: 'Signing in', expired: 'Your session has expired; please sign in again. Drafts and unsent messages are kept.', revoked: 'You were signed out elsewhere, or your password changed. Please sign in again.', signed_out: 'You are signed out.', unreachable: 'The server cannot be reached', unreachable_hint: 'Check the network; this page goes on by itself.', show: 'Show password', hide: 'Hide password',
    change: 'Choose a new password', change_why: 'This was a one-time password. Choose one that only you know.', current: 'Current password', next: 'New password', repeat: 'Repeat it', change_do: 'Set password', mismatch: 'The two do not match', rules: 'At least 10 characters; not your email, not a common one.', changed: 'Password changed; other devices are signed out',
  },
  menu: { sign_out: 'Sign out', light: 'Light', dark: 'Dark', system: 'System', shortcuts: 'Shortcuts', my_settings: 'My settings', account: 'Account', command: 'Find and do' },
  palette: { placeholder: 'Find a conversation, a customer, or do something', conversations: 'Conversations', actions: 'Actions', nothing: 'Nothing found for “{query}”', hint: '↑↓ choose, Enter open, Esc close', go: 'Go to {name}', set_availability: 'Switch to {name}', toggle_theme: 'Toggle dark and light' },
  keys: {
    title: 'Keyboard shortcuts', in_text: 'While typing, hold Alt with the same key.', everywhere: 'Everywhere', list: 'List', talk: 'Conversation', next: 'Next waiting', previous: 'Previous conversation', following: 'Following conversation', reply: 'Reply', note: 'Write a note', ask_to_end: 'Ask to end', transfer: 'Transfer', end: 'End conversation', accept_offer: 'Accept the offer', decline_offer: 'Decline the offer', pick: 'Pick', availability: 'Availability', palette: 'Find and do', sheet: 'This sheet', details: 'Show or hide customer details', leave: 'Leave the editor', sections: 'Inbox / queue / team / settings', newest: 'Jump to newest', canned: 'Canned replies',
  },
  notice: {
    message: 'A customer writes', assigned: 'A conversation comes to me', offered: 'A conversation is offered to me', late: 'My reply is late', queued: 'A customer joins the queue', queue_alarm: 'Queue alarm', title_message: '{name}', title_assigned: 'New conversation: {name}', title_offered: 'Offer: {name}', title_late: '{name} is waiting for you', title_queued: '{name} is in the queue', title_queue_alarm: '{name} has waited too long', many: '{n} new things', body_late: 'Waiting for {time}',
  },
  hand_over: {
    title: 'Hand over', of: 'Hand over for {name}', hint: 'Each conversation goes to a colleague of the same group, or back to the line, with a summary.', ends: 'The shift ends at {at}, in {time}. What is left then goes by policy.', over: 'The shift ended at {at}, and this is left.', link: 'Hand over {n} open', all: 'Hand over {n} | Hand over all {n}', everything: 'Everything to', best: 'Whoever is best', queue: 'Back to the line', to: 'To', do: 'Hand over', note: 'Summary', note_hint: 'What the customer wants, how far you got', nothing: 'Nothing to hand over', nothing_hint: 'No conversation is open.', done: '{n} handed over | {n} handed over', failed: 'It could not be handed over', banner: 'Your shift ends at {at}, in {time}; nothing new comes.', banner_over: 'Your shift ended at {at}.', left: '{n} conversation left | {n} conversations left', leaving: 'You have open conversations', leaving_left: 'You still have {n} open conversation. Hand it over first; if you just sign out, it goes back to the line after a while. | You still have {n} open conversations. Hand them over first; if you just sign out, they go back to the line after a while.', leave_anyway: 'Sign out anyway',
  },
  offer: {
    title: 'Offer', accept: 'Accept', decline: 'Decline', reason: 'Why not', left: '{time} left', transfer: '{name} asks you to take over', hand_over: '{name} goes home: please take over', region: 'Offers that wait for your answer',
    away_title: 'You were set to away', away: '{n} offers in a row were not answered. Set yourself ready when you are back.', back: 'I am back',
  },
  why: {
    join: '; ', others: '{n} more', nobody: 'Nobody in the group could take it', show: 'Why',
    rule: { account_agent: '{name}: the customer’s account agent', last_agent: '{name}: served them before', least_loaded: '{name}: least loaded {load}/{capacity}', longest_idle: '{name}: idle for longest', round_robin: '{name}: next in turn' },
    verdict: { less_suitable: '{name}: has {load}/{most}', full: '{name}: full {load}/{most}', ceiling: '{name}: at the group’s ceiling {load}/{most}', ring: '{name}: not before {time}', declined: '{name}: declined', missed: '{name}: missed it', handed_back: '{name}: handed it back', excluded: '{name}: not again in this round', stops_at: '{name}: nothing new since {time}', away: '{name}: {availability} since {time}', offline: '{name}: offline since {time}', offline_ever: '{name}: offline' },
  },
  entry: {
    started: 'Joined the queue · {group}', started_category: 'Chose “{category}” · {group}', automatic: 'Assigned to {agent}', pick: '{agent} picked the conversation', offer: '{agent} accepted the offer', supervisor: '{by} assigned it to {agent}', return: 'The customer is back with {agent}', offered: 'Offered to {agent}', offer_ended: '{agent} did not accept the offer', offer_missed: '{agent} did not answer the offer', offer_declined: '{agent} declined the offer: {reason}', category_changed: 'Category is now “{category}” · {group}', overflowed: 'Waited long: other groups may take it', queue_alarmed: 'Queue alarm', parked: 'Parked', unparked: 'No longer parked: back in the queue', priority_changed: 'Priority is now {priority}',
    transfer_offered: '{by} asked {agent} to take over', hand_over_offered: '{by} hands over to {agent}', transfer_accepted: '{agent} took over from {by}', offer_withdrawn: '{agent} is not asked any more', transferred_agent: '{by} transferred to {agent}', transferred_group: '{by} transferred to {group}', reason: 'Reason: {reason}', requeued: 'Back in the queue', requeued_slack: '{agent} did not answer in time: back in the queue', requeued_offline: 'The agent went offline: back in the queue', requeued_disabled: 'The agent’s account was disabled: back in the queue', requeued_agent_off_duty: 'The agent was off duty: back in the queue', requeued_shift_end: 'The agent’s shift ended: back in the queue', requeued_supervisor: 'A supervisor put it back in the queue', unattended: 'No agent for now: queued again as soon as the customer writes', nudged: 'Agent nudged to reply', reply_alarmed: 'Reply alarm: supervisors alerted', silenced: 'The customer fell silent', reminded: 'Reminder {n}',
    asked_to_end: '{by} asked the customer to confirm the end', withdrawn: '{by} withdrew the request', unresolved: 'Customer: not solved', confirmed: 'Customer confirmed it is solved', customer_ended: 'The customer ended the conversation', customer_left: 'The customer left the queue', agent_ended: '{by} ended the conversation', ended_reason: '{by} ended the conversation · {reason}', queue_timeout: 'Ended by the system: queue timeout', customer_gone: 'Ended by the system: the customer had gone', customer_silent: 'Ended by the system: the customer stayed silent', confirmation_timeout: 'Ended by the system: no confirmation', reopened: 'The customer is back after {time}', rated: 'Rated {score} of 5', someone: 'The system', file_only: '[attachment]', summary: 'Summary: {text}',
  },
  end_reason: { confirmed: 'Confirmed as solved', customer_ended: 'Ended by customer', customer_left: 'Left the queue', agent_ended: 'Ended by agent', queue_timeout: 'Queue timeout', customer_gone: 'Customer gone', customer_silent: 'Customer silent', confirmation_timeout: 'No confirmation' },
  problem: {
    not_found: 'Not found, or not yours to see.', not_signed_in: 'Your session has expired; please sign in again.', bad_credentials: 'Email or password is wrong.', wrong_password: 'The current password is wrong.', forbidden: 'You may not do this.', csrf: 'This page is out of date; reload and try again.', origin_not_allowed: 'Please use the workbench at its own address.', too_many_requests: 'Too often; try again in {seconds} s.', password_change_required: 'Change your one-time password first.', malformed_json: 'The request was wrong; nothing was saved.', unknown_field: 'The request was wrong; nothing was saved.', wrong_type: 'The request was wrong; nothing was saved.', malformed_text: 'The text has characters that cannot be stored.', malformed_id: 'This link is incomplete or wrong.',
    invalid: '{field}: {rule}', too_large: 'Too large.', unsupported_type: 'This kind of file is not accepted.', idempotency_conflict: 'This message was already sent with other words.', wrong_state: 'The conversation is “{state}” now; this cannot be done.', already_assigned: '{name} has already taken it.', not_assigned: 'No agent is on this conversation now.', not_your_conversation: 'Somebody else is on this conversation.', agent_full: 'They have no free place.', agent_off_duty: 'They are not taking conversations now.', agent_not_member: 'They are not in this group.', agent_excluded: 'They did not answer this customer in time before, and cannot take it again.', transfer_to_self: 'You already have it.', same_group: 'It is already in this group.', agent_had_it: 'They were given it in this round before. A supervisor may override.', group_had_it: 'That group had it in this round before. A supervisor may override.', nobody_free: 'Nobody there can take it now. It can go to the group’s line.', already_offered: 'Somebody is being asked already: wait, or withdraw that first.', broken_calendar: 'The file cannot be understood at line {line}; nothing was imported.', calendar_in_use: 'A group still follows it; give that group another one first.', no_offer: 'This offer is over.', not_offered_to_you: 'This is not offered to you.', agent_shift_ending: 'Their shift is ending; they take nothing new.', agent_at_ceiling: 'They have no free place in this group.', agent_disabled: 'Their account is disabled.', unknown_reason: 'This reason is no longer available; choose another.',
    window_over: 'The time for this is over.', already_rated: 'Already rated.', clock_moved_on: 'Things just changed; please try again.', overloaded: 'The server is busy; nothing was saved. Try again in a moment.', internal: 'The server failed; nothing was saved. Please try again.', network: 'No connection; nothing was saved.', unknown: 'That did not work: {title}',
  },
  rule: { required: 'is needed', too_short: 'is too short', too_long: 'is too long', out_of_range: 'is out of range', malformed: 'has the wrong form', taken: 'is taken', unknown: 'does not exist', too_common: 'is too common', same_as_email: 'must differ from the email', unchanged: 'is unchanged', last_admin: 'one admin must remain', other: 'does not fit: {rule}' },
  resize: { list: 'Width of the list', side: 'Width of the customer details' },
  settings,
};

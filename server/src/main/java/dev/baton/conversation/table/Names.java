package dev.baton.conversation.table;

import dev.baton.conversation.Clock;
import dev.baton.conversation.State;
import dev.baton.conversation.table.LifecycleTable.Mark;
import dev.baton.conversation.table.LifecycleTable.Party;
import dev.baton.conversation.table.LifecycleTable.When;
import java.util.LinkedHashMap;
import java.util.Map;

/** What things are called, in both languages; the words of the glossary. */
public record Names(String zh, String en) {

    /** Every command that anybody gives by hand, in the order of a conversation's life. */
    private static final Map<String, Names> COMMANDS = commands();

    @Override
    public String toString() {
        return zh + " " + en;
    }

    public static Names of(State state) {
        return switch (state) {
            case QUEUED -> new Names("排队中", "queued");
            case AWAITING_AGENT -> new Names("待客服回复", "awaiting agent");
            case AWAITING_CUSTOMER -> new Names("待客户回复", "awaiting customer");
            case AWAITING_CONFIRMATION -> new Names("待客户确认结束", "awaiting confirmation");
            case ENDED -> new Names("结束", "ended");
            case SYSTEM_ENDED -> new Names("系统结束", "system ended");
        };
    }

    public static Names of(Party party) {
        return switch (party) {
            case CUSTOMER -> new Names("客户", "customer");
            case AGENT -> new Names("负责的客服", "the agent");
            case COLLEAGUE -> new Names("其他客服", "another agent");
            case SUPERVISOR -> new Names("主管", "supervisor");
            case BATON -> new Names("系统", "Baton");
            case CLOCK -> new Names("时限", "clock");
        };
    }

    public static Names of(Mark mark) {
        return switch (mark) {
            case NONE -> new Names("", "");
            case OFFERED -> new Names("派单中", "offered");
            case PARKED -> new Names("留言等候", "parked");
            case SILENT -> new Names("沉默", "silent");
            case UNATTENDED -> new Names("无人负责", "unattended");
            case UNANSWERED -> new Names("有未回复消息", "words unanswered");
        };
    }

    public static Names of(When when) {
        return switch (when) {
            case NORMALLY -> new Names("", "");
            case AGENT_CANNOT_TAKE_IT -> new Names("客服不在岗", "the agent is off duty or gone");
            case NO_CONFIRMATION_ASKED -> new Names("策略不要求确认", "the policy asks for no confirmation");
            case TIMEOUT_PARKS -> new Names("策略为留言", "the policy parks at the timeout");
            case AFTER_SAME_AGENT_TIME -> new Names("超过原客服时限", "later than the same agent is promised");
            case AFTER_REOPEN_WINDOW -> new Names("超过重新打开期限", "after the reopen window");
            case ANOTHER_IS_OPEN -> new Names("客户另有进行中的会话", "the customer has another one open");
        };
    }

    public static Names of(Clock clock) {
        return switch (clock) {
            case QUEUE_ALARM -> new Names("排队告警", "queue alarm");
            case OVERFLOW -> new Names("溢出到后备组", "overflow");
            case QUEUE_TIMEOUT -> new Names("排队超时", "queue timeout");
            case OFFER_TIMEOUT -> new Names("派单超时", "offer timeout");
            case REPLY_NUDGE -> new Names("回复提醒", "reply nudge");
            case REPLY_ALARM -> new Names("回复告警", "reply alarm");
            case REPLY_REASSIGN -> new Names("超时改派", "reply reassign");
            case SILENT_AFTER -> new Names("沉默判定", "silent after");
            case REMINDER -> new Names("催促", "reminder");
            case SYSTEM_END -> new Names("沉默后系统结束", "system end");
            case CONFIRMATION_TIMEOUT -> new Names("确认超时", "confirmation timeout");
            case CUSTOMER_GONE -> new Names("客户已离开", "customer gone");
            case REOPEN_WINDOW -> new Names("重新打开期限", "reopen window");
            case RATING_WINDOW -> new Names("评价期限", "rating window");
        };
    }

    /** From when a clock counts. */
    public static Names countsFrom(Clock clock) {
        return switch (clock) {
            case QUEUE_ALARM, OVERFLOW, QUEUE_TIMEOUT -> new Names("进入本次排队", "entering this line");
            case OFFER_TIMEOUT -> new Names("派单", "the offer");
            case REPLY_NUDGE, REPLY_ALARM, REPLY_REASSIGN ->
                new Names("分配或第一条未回复消息，取较晚者", "the assignment or the first unanswered message, whichever is later");
            case SILENT_AFTER -> new Names("客服最后一条消息", "the agent's last words");
            case REMINDER ->
                new Names(
                        "客服最后一条消息，且距上一次催促至少一分钟",
                        "the agent's last words, and a minute at least after the reminder before");
            case SYSTEM_END ->
                new Names(
                        "客服最后一条消息，且在全部催促之后至少一分钟",
                        "the agent's last words, and a minute at least after the last reminder or the mark");
            case CONFIRMATION_TIMEOUT -> new Names("请求结束", "the question whether it is solved");
            case CUSTOMER_GONE -> new Names("客户页面关闭", "the customer's screen being gone");
            case REOPEN_WINDOW, RATING_WINDOW -> new Names("结束", "the end");
        };
    }

    /** A command or, where a clock gives it, a clock. */
    public static Names of(String command) {
        var name = COMMANDS.get(command);
        return name != null ? name : of(Clock.ofWire(command));
    }

    /** Wire names in the order of a conversation's life; clocks are not among them. */
    public static Iterable<String> commandsInOrder() {
        return COMMANDS.keySet();
    }

    private static Map<String, Names> commands() {
        var names = new LinkedHashMap<String, Names>();
        names.put("start", new Names("发起", "start"));
        names.put("say", new Names("发消息", "say"));
        names.put("note", new Names("备注", "note"));
        names.put("change_category", new Names("更改分类", "change category"));
        names.put("assign", new Names("分配", "assign"));
        names.put("pick", new Names("接待", "pick"));
        names.put("offer", new Names("派单", "offer"));
        names.put("accept_offer", new Names("接受派单", "accept offer"));
        names.put("decline_offer", new Names("拒绝派单", "decline offer"));
        names.put("leave", new Names("离开排队", "leave the line"));
        names.put("customer_gone", new Names("客户已离开", "customer gone"));
        names.put("park", new Names("转为留言", "park"));
        names.put("unpark", new Names("恢复排队", "unpark"));
        names.put("transfer_to_agent", new Names("转接给客服", "transfer to agent"));
        names.put("transfer_to_group", new Names("转接给技能组", "transfer to group"));
        names.put("withdraw_offer", new Names("撤回转接", "withdraw the offer"));
        names.put("reassign", new Names("收回改派", "take away"));
        names.put("lose_agent", new Names("客服失联", "agent lost"));
        names.put("end_shift", new Names("下班", "shift end"));
        names.put("ask_to_end", new Names("请求结束", "ask to end"));
        names.put("withdraw", new Names("撤回请求", "withdraw"));
        names.put("resolve", new Names("已解决", "solved"));
        names.put("unresolve", new Names("未解决", "not solved"));
        names.put("end", new Names("结束", "end"));
        names.put("set_priority", new Names("调整优先级", "set priority"));
        names.put("rate", new Names("评价", "rate"));
        return names;
    }
}

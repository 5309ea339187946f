package dev.baton.conversation;

import dev.baton.identity.AgentId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agents whose rows a command may read or change; they are locked before deciding, in one order.
 * None for the words of a running conversation, which are almost everything.
 */
final class Consultation {

    private Consultation() {}

    static Set<AgentId> of(Conversation conversation, Command command) {
        Stream<AgentId> asked = switch (command) {
            case Command.Say say when keepsLoad(conversation) -> Stream.empty();
            case Command.Note note -> Stream.empty();
            case Command.Rate rate -> Stream.empty();
            case Command.SetPriority set -> Stream.empty();
            case Command.Assign assign -> Stream.of(assign.agent());
            case Command.Offer offer -> Stream.of(offer.agent());
            case Command.AcceptOffer(var agent) -> Stream.concat(Stream.of(agent), involved(conversation));
            case Command.LoseAgent lose -> Stream.concat(Stream.of(lose.agent()), involved(conversation));
            case Command.TransferToAgent transfer -> Stream.concat(Stream.of(transfer.agent()), involved(conversation));
            case Command.Say say -> involved(conversation);
            case Command.DeclineOffer decline -> involved(conversation);
            case Command.ChangeCategory change -> involved(conversation);
            case Command.TransferToGroup transfer -> involved(conversation);
            case Command.WithdrawOffer withdraw -> Stream.empty();
            case Command.Reassign reassign -> involved(conversation);
            case Command.EndShift endShift -> involved(conversation);
            case Command.AskToEnd ask -> involved(conversation);
            case Command.Withdraw withdraw -> involved(conversation);
            case Command.Resolve resolve -> involved(conversation);
            case Command.Unresolve unresolve -> involved(conversation);
            case Command.Leave leave -> involved(conversation);
            case Command.End end -> involved(conversation);
            case Command.CustomerGone gone -> involved(conversation);
            case Command.Park park -> involved(conversation);
            case Command.Unpark unpark -> involved(conversation);
            case Command.Fire fire -> involved(conversation);
        };
        return asked.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Stream<AgentId> involved(Conversation conversation) {
        var handedOverTo = conversation.transferOffer() == null ? null : conversation.offeredTo();
        return Stream.of(conversation.agent(), conversation.lastAgent(), handedOverTo)
                .filter(Objects::nonNull);
    }

    private static boolean keepsLoad(Conversation conversation) {
        return switch (conversation.state()) {
            case QUEUED, AWAITING_AGENT -> true;
            case AWAITING_CUSTOMER -> conversation.holdsSlot() || conversation.agent() == null;
            case AWAITING_CONFIRMATION, ENDED, SYSTEM_ENDED -> false;
        };
    }
}

package dev.baton.conversation.view;

/** What a customer may do with their conversation. */
public enum CustomerAction {
    SEND,
    LEAVE,
    END,
    RESOLVE,
    UNRESOLVE,
    RATE,
    CHANGE_CATEGORY
}

package dev.baton.conversation.view;

/** What a member of staff may do with a conversation. */
public enum StaffAction {
    REPLY,
    NOTE,
    PICK,
    ASSIGN,
    TRANSFER,
    ASK_TO_END,
    WITHDRAW,
    END,
    CHANGE_CATEGORY,
    SET_PRIORITY
}

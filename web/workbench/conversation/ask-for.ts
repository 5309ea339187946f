/** What the header's buttons and the keys ask for: some at once, most with a dialog. */
export type AskFor = 'pick' | 'transfer' | 'ask_to_end' | 'end' | 'assign' | 'category' | 'priority' | 'copy_link';

export * from './conversation.ts';
export * from './live.ts';
export * from './problem.ts';
export * from './staff.ts';
export * from './widget.ts';

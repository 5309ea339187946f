export { contrastWith, readableOn } from './contrast.ts';

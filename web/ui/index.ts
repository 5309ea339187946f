export { brandTokens } from './brand.ts';
export { contrastWith, mixed, readableOn, rgbOf, standingOut } from './contrast.ts';
export { linksIn, type TextPart } from './links.ts';
export { absoluteTime, clockTime, dayOf, duration, fileSize, relativeTime, unbroken } from './time-words.ts';

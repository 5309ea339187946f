/** The types of REST as TypeScript text, made from docs/openapi.yaml now. */
export function generated(): Promise<string>;

export { output } from './output.ts';
export { prices } from './prices.ts';

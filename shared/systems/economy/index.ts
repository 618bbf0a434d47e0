export { output } from './output.ts';
export { prices } from './prices.ts';
export { debtService } from './service.ts';

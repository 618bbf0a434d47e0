export { chooseOrders } from './easy.ts';
export { PERSONA_OF, PERSONAS } from './personas.ts';
export { ponder } from './ponder.ts';
export { randomOrders } from './random.ts';
export { type Move, nextMoves } from './turn.ts';

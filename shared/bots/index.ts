export { chooseOrders } from './easy.ts';
export { PERSONA_OF, PERSONAS, type Persona } from './personas.ts';

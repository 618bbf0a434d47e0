/**
 * What pages without a room need of the server; light, for the front page. The room itself is in
 * `connection.ts`, which brings the room's client library with it.
 */
export {
  createFriends,
  createSolo,
  deleteGame,
  forgetGame,
  holdsSeat,
  listMyGames,
  lookUp,
  type MyGame,
  qrAddress,
  returnToSeat,
  takeSeat,
} from './api.ts';
export { joinSession, lookUpSession, placeIn } from './sessions.ts';

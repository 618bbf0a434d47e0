import causes from '../../../assets/locales/en/causes.json';
import clauses from '../../../assets/locales/en/clauses.json';
import common from '../../../assets/locales/en/common.json';
import end from '../../../assets/locales/en/end.json';
import game from '../../../assets/locales/en/game.json';
import glossary from '../../../assets/locales/en/glossary.json';
import indicators from '../../../assets/locales/en/indicators.json';
import lobby from '../../../assets/locales/en/lobby.json';
import map from '../../../assets/locales/en/map.json';
import orders from '../../../assets/locales/en/orders.json';
import refusal from '../../../assets/locales/en/refusal.json';
import talks from '../../../assets/locales/en/talks.json';
import { contentOf } from '../../content.ts';
import { holdsSeat } from '../../net/index.ts';
import { codeFromAddress, joinAddress } from '../../parts/address.ts';
import { startPage } from '../../parts/start-page.tsx';
import { startClock } from '../../state/clock.ts';
import { connect } from '../../state/connection.ts';
import { Game } from './Game.tsx';

const code = codeFromAddress();

// Without a seat there is nothing to open: the welcome step comes first.
if (holdsSeat(code)) {
  const files = {
    causes,
    clauses,
    common,
    end,
    game,
    glossary,
    indicators,
    lobby,
    map,
    orders,
    refusal,
    talks,
  };
  void startPage(files, () => {
    startClock();
    connect(code, contentOf);
    return <Game />;
  });
} else location.replace(code ? joinAddress(code) : '/');

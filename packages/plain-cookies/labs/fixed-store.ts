// One fixed store, alone in its box. STORE_SETUP (JSON, see StoreSetup) says what it sells; without it, the bakery's order.

import { createStore, type StoreSetup } from './plain-store';

const told = process.env.STORE_SETUP;
const store = createStore({ believes: 'server', ...(told === undefined ? {} : { setup: JSON.parse(told) as StoreSetup }) });

export default store.app;
export const readLedger = store.readLedger;
export const readCheckouts = store.readCheckouts;

import type { SideInput, StepType } from '@vua/models/sequence';
import type { EventFormat, RowReading } from './event-row.ts';
import { CATEGORY_SIDE, type Naming, PRICE_SIDE, TYPE_SIDE, createNaming, priceValue, typeValue } from './side-inputs.ts';

const COLOUR_SIDE: SideInput = { name: 'colour', size: 16 };

const RETAILROCKET_TYPES: Readonly<Record<string, StepType>> = { view: 'view_item', addtocart: 'add_to_cart', transaction: 'purchase' };
const REES46_TYPES: Readonly<Record<string, StepType>> = { view: 'view_item', cart: 'add_to_cart', remove_from_cart: 'remove_from_cart', purchase: 'purchase' };

/** `timestamp,visitorid,event,itemid,transactionid`; not in order. Visitors are cut into sessions. https://www.kaggle.com/datasets/retailrocket/ecommerce-dataset */
export const RETAILROCKET: EventFormat = {
  sideInputs: [TYPE_SIDE], hasTimes: true, cutsAtRest: true,
  openParser: () => ({
    names: () => ({}),
    parse: (text, line) => {
      const [time = '', visitor = '', event = '', item = '', ...rest] = text.split(',');
      if (line === 1 && time === 'timestamp') return [];
      const type = RETAILROCKET_TYPES[event];
      const timeMs = Number(time);
      if (rest.length !== 1 || visitor === '' || item === '' || type === undefined || !(timeMs > 0)) return { reason: 'a line is "timestamp,visitorid,event,itemid,transactionid"' };
      return [{ key: visitor, timeMs, item, sides: [typeValue(type)] }];
    },
  }),
};

/** `event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session`. https://rees46.com/en/datasets */
export const REES46: EventFormat = {
  sideInputs: [TYPE_SIDE, PRICE_SIDE, CATEGORY_SIDE], hasTimes: true, cutsAtRest: true,
  openParser: () => {
    const category = createNaming(CATEGORY_SIDE);
    return { names: () => ({ category: category.names() }), parse: (text, line) => parseRees46(text, line, category) };
  },
};

function parseRees46(text: string, line: number, category: Naming): RowReading {
  const [time = '', event = '', item = '', , code, , price, , session = '', ...rest] = text.split(',');
  if (line === 1 && time === 'event_time') return [];
  const type = REES46_TYPES[event];
  const timeMs = Date.parse(time.replace(' UTC', 'Z').replace(' ', 'T'));
  if (rest.length > 0 || item === '' || session === '' || type === undefined || Number.isNaN(timeMs)) return { reason: 'a line is "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session"' };
  return [{ key: session, timeMs, item, sides: [typeValue(type), priceValue(price), category.valueOf(code)] }];
}

/** The clothing shop of 2008: `year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;model photography;price;price 2;page`. It knows days, no times. */
export const ESHOP: EventFormat = {
  sideInputs: [CATEGORY_SIDE, COLOUR_SIDE, PRICE_SIDE], hasTimes: false, cutsAtRest: false,
  openParser: () => {
    const [category, colour] = [createNaming(CATEGORY_SIDE), createNaming(COLOUR_SIDE)];
    return { names: () => ({ category: category.names(), colour: colour.names() }), parse: (text, line) => parseEshop(text, line, category, colour) };
  },
};

function parseEshop(text: string, line: number, category: Naming, colour: Naming): RowReading {
  const fields = text.split(';');
  const [year = '', , , order = '', , session = '', mainCategory, item = '', itemColour, , , price] = fields;
  if (line === 1 && year === 'year') return [];
  if (fields.length !== 14 || session === '' || item === '' || !(Number(order) > 0)) return { reason: 'a line has 14 fields: year;month;day;order;country;session ID;...' };
  return [{ key: session, timeMs: Number(order), item, sides: [category.valueOf(mainCategory), colour.valueOf(itemColour), priceValue(price)] }];
}

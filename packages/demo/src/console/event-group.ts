/** What the chart tells apart; 24 types would be too many colours. */
export const EVENT_GROUPS = ['looking', 'fitting', 'buying', 'other'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const GROUP_OF: Readonly<Record<string, EventGroup>> = {
  view_item: 'looking', view_item_list: 'looking', search: 'looking', click: 'looking', recommendation_show: 'looking', recommendation_click: 'looking',
  size_chart_click: 'fitting', size_finder_open: 'fitting', size_advice: 'fitting', size_choose: 'fitting', scan_start: 'fitting', scan_finish: 'fitting', scan_fail: 'fitting',
  add_to_cart: 'buying', remove_from_cart: 'buying', purchase: 'buying', return_item: 'buying',
};

/** What a newer server may send besides is `other`. */
export const groupOf = (type: string): EventGroup => (Object.hasOwn(GROUP_OF, type) ? GROUP_OF[type] : undefined) ?? 'other';

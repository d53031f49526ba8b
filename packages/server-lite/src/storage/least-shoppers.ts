/** How many different shoppers must stand behind a figure of what they do before it is told to anybody. */
export const LEAST_SHOPPERS = 5;

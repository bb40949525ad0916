/**
 * The names by which constants are known outside of the program: in JSON, forms, the database and the keys of texts.
 *
 * <p>K1. A constant has one code, its name in lower case, and nothing else says what it is. K2. Text that is no code of a kind is an
 * expected outcome where somebody typed it, and an error where we wrote it ourselves.
 */
package com.operatoros.payments.code;

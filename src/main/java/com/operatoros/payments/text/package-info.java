/**
 * What people read: a sentence is a key of the message bundle and its values until somebody reads it in a language.
 *
 * <p>T1. Every text that a person reads stands in the bundle, in each language; rows that a page shows keep the key and the
 * values. What others say is quoted as it is. T2. What comes from outside, such as a decline code, only ever picks one of the
 * texts of its family; a code that is not known gets the family's common text. T3. JSON, logs and files are told in English.
 * T4. An e-mail address is kept and shown as it was typed; mail servers and Stripe get its domain in Punycode.
 *
 * <p>It knows neither payments nor pages.
 */
package com.operatoros.payments.text;

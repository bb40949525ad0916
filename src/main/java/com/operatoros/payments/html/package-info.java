/**
 * Templates of what is written without Faces: mails and error pages.
 *
 * <p>H1. Text has no power: it is escaped for elements and for quoted attributes, and a template has no way to take HTML
 * from a value. H2. A place or a section without a value is an error in the program, never an empty text; a section may
 * be left out only where its value is there and is {@code null}, {@code false} or an empty list.
 *
 * <p>A template is read and compiled once.
 *
 * <p>It knows no language and no words; the pages that a person works with are those of Faces.
 */
@NullMarked
package com.operatoros.payments.html;

import org.jspecify.annotations.NullMarked;

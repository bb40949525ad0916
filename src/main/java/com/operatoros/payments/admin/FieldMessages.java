package com.operatoros.payments.admin;

import com.operatoros.payments.text.FieldError;
import com.operatoros.payments.text.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Says at each field of a form what is wrong with it. */
final class FieldMessages {

    private FieldMessages() {}

    static void show(FieldError error) {
        FacesContext context = FacesContext.getCurrentInstance();
        String text = error.message().in(Messages.in(context.getViewRoot().getLocale()));
        context.addMessage(error.field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}

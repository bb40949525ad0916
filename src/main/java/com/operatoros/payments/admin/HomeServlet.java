package com.operatoros.payments.admin;

import com.operatoros.payments.security.LocalRedirect;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads from the short addresses to the page the admin begins with. */
@WebServlet({"", "/admin", "/admin/"})
public class HomeServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        LocalRedirect.to("/admin/overview", request, response);
    }
}

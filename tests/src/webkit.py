#!/usr/bin/python3
"""A bare WebKitGTK window for WebKitWebDriver.

The small browser that comes with WebKitGTK draws bars around the page, which make the page less high,
and keeps a menu for every entry of the history: after some thousand entries its bars take longer than
the page does.
"""

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")

from gi.repository import Gtk, WebKit2  # noqa: E402 (versions must be set before the import)


def open_window(context):
    page = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window()
    page.connect("close", lambda _: window.destroy())
    window.add(page)
    window.show_all()
    return page


def begin(context, session):
    name = WebKit2.ApplicationInfo()
    name.set_name("webkit.py")
    session.set_application_info(name)
    session.connect("create-web-view", lambda _: open_window(context))


# Nothing is stored on disk, so every visitor is new.
context = WebKit2.WebContext(website_data_manager=WebKit2.WebsiteDataManager.new_ephemeral())
context.set_automation_allowed(True)
context.connect("automation-started", begin)
Gtk.main()

//! A server that runs.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread::JoinHandle,
};

use anyhow::{Context, Result};
use axum::{Router, body::Body, extract::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use project::base::Base;
use tokio::{runtime, sync::oneshot};
use tower::ServiceExt;

use crate::{
    fault::{Faults, HangUp},
    preload::Preload,
    routes::router,
    site::Site,
};

/// A running server on 127.0.0.1; it stops when this value is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: Base,
    faults: Faults,
    preload: Preload,
    /// Dropping it is what tells the thread to end.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server on a free port. It has a thread of its own, so the caller needs no runtime.
    ///
    /// # Errors
    /// When the folder is missing, or no port can be had.
    pub fn start(site: Site) -> Result<Self> {
        Self::start_at(site, 0)
    }

    /// Starts a server on the given port; 0 stands for a free one.
    ///
    /// # Errors
    /// When the folder is missing, or the port is taken.
    pub fn start_at(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} cannot be had; choose another by --port"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let base = site.base.clone();
        let faults = site.faults.clone();
        let preload = site.preload.clone();
        let router = router(site)?;
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, router) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            base,
            faults,
            preload,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address of a page, given what follows the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base)
    }

    /// The address and port that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The ways in which it fails, to be changed while it runs.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// What every page runs before its own scripts.
    pub fn preload(&self) -> &Preload {
        &self.preload
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends only with the process; there is nothing to learn from its end.
            thread.join().ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

async fn accept(listener: TcpListener, router: Router) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => return eprintln!("server: {error}"),
    };
    loop {
        // A visitor who left before being accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let router = router.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| answer(router.clone(), request));
            // Errors here are visitors who hung up, or faults that we were told to make.
            http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await
                .ok();
        });
    }
}

/// The router's answer. `axum::serve` would do the same, but cannot hang up.
async fn answer(router: Router, request: hyper::Request<Incoming>) -> io::Result<Response> {
    let request: Request = request.map(Body::new);
    let Ok(response) = router.oneshot(request).await;
    match response.extensions().get::<HangUp>() {
        Some(HangUp) => Err(io::Error::other("hung up on purpose")),
        None => Ok(response),
    }
}

#[cfg(test)]
mod tests;

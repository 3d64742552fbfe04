//! Running a server.

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
    routes::{ServedSite, router},
};

/// A running server on 127.0.0.1; it stops on drop.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: Base,
    faults: Faults,
    preload: Preload,
    /// Dropping it ends the thread.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server on a free port, in its own thread, so that callers need no async runtime.
    ///
    /// # Errors
    /// When the folder is missing, or no port is available.
    pub fn start(site: ServedSite) -> Result<Self> {
        Self::start_at(site, 0)
    }

    /// Starts a server on the given port; 0 picks a free one.
    ///
    /// # Errors
    /// When the folder is missing, or the port is taken.
    pub fn start_at(site: ServedSite, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} is not available; choose another with --port"))?;
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

    /// The URL of a path below the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base)
    }

    /// The address and port that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The injected faults, which can be changed while it runs.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The injected scripts.
    pub fn preload(&self) -> &Preload {
        &self.preload
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread only ends with the process, so its result does not matter.
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
        // A connection that was closed before being accepted is not an error of the server.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let router = router.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| answer(router.clone(), request));
            // Errors here are closed connections or injected faults.
            http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await
                .ok();
        });
    }
}

/// The response of the router. `axum::serve` does the same, but cannot close the connection
/// instead.
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

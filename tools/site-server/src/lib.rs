//! A strict server of static files, as a production host would be set up.
//!
//! It answers 404 for what is missing, so a wrong address shows; sends the headers of
//! [`hosting::headers`]; and serves nothing outside its base. For tests it can be told to fail in
//! chosen ways ([`Fault`]).

mod answer;
mod fault;
mod path;
mod preload;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
    thread::JoinHandle,
};

use anyhow::{Context, Result};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{runtime, sync::oneshot};

use answer::Answerer;
pub use fault::{Action, Fault, Faults};
pub use preload::Preload;
use project::base::Base;

/// What a server serves.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder with the files; its `index.html` is the page at the base.
    pub folder: PathBuf,
    /// The path in front of every address.
    pub base: Base,
    /// The ways in which it fails; a clone of it changes them while the server runs.
    pub faults: Faults,
    /// What every page runs before its own scripts; none but in tests.
    pub preload: Preload,
}

impl Site {
    /// A site that fails in no way.
    pub fn new(folder: impl Into<PathBuf>, base: Base) -> Self {
        Self {
            folder: folder.into(),
            base,
            faults: Faults::default(),
            preload: Preload::default(),
        }
    }
}

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
        let answerer = Arc::new(Answerer::new(site)?);
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, answerer) => {}
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

async fn accept(listener: TcpListener, answerer: Arc<Answerer>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => return eprintln!("server: {error}"),
    };
    loop {
        // A visitor who left before being accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let answerer = Arc::clone(&answerer);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let answerer = Arc::clone(&answerer);
                async move { answerer.answer(&request).await }
            });
            // Errors here are visitors who hung up, or faults that we were told to make.
            http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await
                .ok();
        });
    }
}

#[cfg(test)]
mod tests;

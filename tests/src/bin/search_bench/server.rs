//! The server of the benchmark page.
//!
//! It isolates the page from other origins, which the site's own server does not. Chromium's clock
//! has a resolution of 5 microseconds on isolated pages, and of 100 on others.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::Result;

const HEADERS: &str = "Cross-Origin-Opener-Policy: same-origin\r\n\
                       Cross-Origin-Embedder-Policy: require-corp\r\n\
                       Cross-Origin-Resource-Policy: cross-origin\r\n\
                       Cache-Control: no-store\r\n\
                       Connection: close\r\n";

/// The served files: a folder, and single files under their own names.
pub(crate) struct Served {
    /// The folder with the page.
    pub(crate) folder: PathBuf,
    /// Name and file.
    pub(crate) files: Vec<(&'static str, PathBuf)>,
}

/// Serves on a free port until the process ends.
pub(crate) fn serve(served: Served) -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    let served = Arc::new(served);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let served = Arc::clone(&served);
            thread::spawn(move || {
                // A browser that has closed the connection needs no response.
                answer(&stream, &served).ok();
            });
        }
    });
    Ok(port)
}

fn answer(mut stream: &TcpStream, served: &Served) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request must be read before the connection is closed.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path
        .split('?')
        .next()
        .unwrap_or(path)
        .trim_start_matches('/');
    let name = if path.is_empty() { "index.html" } else { path };
    let Some(content) = served.read(name) else {
        return write!(
            stream,
            "HTTP/1.1 404 Not Found\r\n{HEADERS}Content-Length: 0\r\n\r\n"
        );
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\n{HEADERS}Content-Type: {}\r\nContent-Length: {}\r\n\r\n",
        hosting::media_type::of(name).name,
        content.len()
    )?;
    stream.write_all(&content)
}

impl Served {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.files.iter().find(|(known, _)| *known == name);
        let path = match file {
            Some((_, path)) => path.clone(),
            // Only plain file names are served, so no path can leave the folder.
            None if !name.contains(['/', '\\']) => self.folder.join(Path::new(name)),
            None => return None,
        };
        fs::read(path).ok()
    }
}

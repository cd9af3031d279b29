# The game in one process with its database in /data.
FROM python:3.13-slim AS install
WORKDIR /game
RUN python -m venv /venv
COPY requirements/run.txt requirements/run.txt
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && /venv/bin/python -m compileall -q app game

FROM python:3.13-slim
RUN useradd --uid 10001 --home-dir /data --create-home game
COPY --from=install /venv /venv
COPY --from=install /game/app /game/app
COPY --from=install /game/game /game/game
COPY --from=install /game/migrations /game/migrations
COPY --from=install /game/static /game/static
COPY --from=install /game/templates /game/templates
COPY --from=install /game/LICENSE /game/pyproject.toml /game/
ENV GEVINSTSPIL_HOST=0.0.0.0 GEVINSTSPIL_PORT=8000 GEVINSTSPIL_DATA=/data PYTHONUNBUFFERED=1
USER game
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
    CMD ["/venv/bin/python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"GEVINSTSPIL_PORT\"]}/readyz', timeout=2)"]
ENTRYPOINT ["/venv/bin/gevinstspil"]
CMD ["serve"]

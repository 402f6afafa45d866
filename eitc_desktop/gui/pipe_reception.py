"""The reception where the system has no sockets of this kind for Python: Windows, by way of a named pipe.

Qt's network module is imported for it, and here alone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from eitc_desktop.gui.reception import is_hopeless, request_of
from eitc_desktop.services.instance import SHOWN

_PATIENCE_MS = 5000  # for a call to say what it wants
_MOST_CALLS = 8
_PIECE = 64 * 1024


class PipeReception(QObject):
    """Hears what comes in at the pipe *address*, which only this user may open.

    Raises:
        OSError: if the system refuses the pipe.
    """

    asked = Signal(object)  # Request

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_CALLS)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(address):
            raise OSError(self._server.errorString())

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()
        self.deleteLater()

    @Slot()
    def _accept(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.setReadBufferSize(_PIECE)
            connection.disconnected.connect(connection.deleteLater)
            if len(self._server.findChildren(QLocalSocket)) > _MOST_CALLS:
                connection.abort()
                continue
            _Call(connection).asked.connect(self.asked)


class _Call(QObject):
    """One connection; it goes with it."""

    asked = Signal(object)  # Request

    def __init__(self, connection: QLocalSocket) -> None:
        super().__init__(connection)
        self._connection = connection
        self._heard = bytearray()
        connection.readyRead.connect(self._hear)
        QTimer.singleShot(_PATIENCE_MS, self, connection.abort)
        self._hear()

    @Slot()
    def _hear(self) -> None:
        self._heard += self._connection.readAll().data()
        request = request_of(self._heard)
        if request is not None:
            self._connection.readyRead.disconnect(self._hear)
            self._connection.write(SHOWN)
            self._connection.disconnectFromServer()  # once it is written
            QTimer.singleShot(0, self, lambda: self.asked.emit(request))  # not before somebody is connected
        elif is_hopeless(self._heard):
            self._connection.abort()

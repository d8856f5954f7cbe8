using System.Net;
using System.Net.Sockets;

namespace Shouwang.Local.Processes;

/// <summary>TCP ports of the loopback interface (端口).</summary>
static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="LocalProblemException">Somebody else has the port; the message says how to choose another one.</exception>
    public static void RequireFree(int port, string setting)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException busy) when (busy.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new LocalProblemException(
                $"Port {port} is taken by another program (or by another ./run). End that program, or choose another port: {setting}={port + 100} ./run",
                $"端口 {port} 已被别的程序（或另一个 ./run）占用。请先关掉它，或者换一个端口：{setting}={port + 100} ./run");
        }
    }
}

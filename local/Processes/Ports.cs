using System.Net;
using System.Net.Sockets;

namespace Shouwang.Local.Processes;

/// <summary>TCP ports of the loopback interface (端口).</summary>
static class Ports
{
    const int First = 15_000;

    /// <summary>From here up the kernel gives ports to outgoing connections, and one of those could take a port that a child is about to listen on (again).</summary>
    const int AfterLast = 32_768;

    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (IsFree(port)) return port;
        }
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException busy) when (busy.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }

    /// <exception cref="LocalProblemException">Somebody else has the port; the message says how to choose another one.</exception>
    public static void RequireFree(int port, string setting)
    {
        if (IsFree(port)) return;
        throw new LocalProblemException(
            $"Port {port} is taken by another program (or by another ./run). End that program, or choose another port: {setting}={port + 100} ./run",
            $"端口 {port} 已被别的程序（或另一个 ./run）占用。请先关掉它，或者换一个端口：{setting}={port + 100} ./run");
    }
}

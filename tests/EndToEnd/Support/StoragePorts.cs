using Shouwang.Local;
using Shouwang.Local.Processes;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Three free ports in a row for Azurite, known before it starts.</summary>
static class StoragePorts
{
    public static int Choose()
    {
        while (true)
        {
            var first = Ports.Free();
            if (first + 2 <= ushort.MaxValue && IsFree(first + 1) && IsFree(first + 2)) return first;
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            Ports.RequireFree(port, "");
            return true;
        }
        catch (LocalProblemException)
        {
            return false;
        }
    }
}

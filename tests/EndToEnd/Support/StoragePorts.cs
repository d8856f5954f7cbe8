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
            if (Ports.IsFree(first + 1) && Ports.IsFree(first + 2)) return first;
        }
    }
}
